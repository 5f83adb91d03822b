package io.lodestone.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.local.Service;
import io.lodestone.stories.invariants.Course.Calm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.KafkaException;

/** Waits until every service is ready, no outbox or mailbox waits, and every consumer is at the end of its topics. */
final class Calming {

    private static final Duration CALM_WITHIN = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lodestone lodestone;
    private final Receivers receivers;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER)
            .build();

    Calming(Lodestone lodestone, Receivers receivers) {
        this.lodestone = lodestone;
        this.receivers = receivers;
    }

    /** @param lastFault {@code System.nanoTime} of its end */
    Calm await(long lastFault) throws InterruptedException {
        try (var databases = new Databases(lodestone);
                var topics = new Topics(lodestone)) {
            var before = List.<String>of();
            while (true) {
                var missing = missing(databases, topics);
                var after = Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastFault));
                var within = Pace.stretched(CALM_WITHIN);
                if (missing.isEmpty() || after.compareTo(within) > 0) {
                    return new Calm(after, within, missing);
                }
                if (!missing.equals(before)) {
                    System.out.println("Faults: " + after.toMillis() + " ms after the last, still " + missing.size()
                            + ": " + missing.getFirst());
                    before = missing;
                }
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
    }

    private List<String> missing(Databases databases, Topics topics) throws InterruptedException {
        var missing = new ArrayList<String>();
        for (var service : Service.values()) {
            missing.addAll(unready(service));
        }
        try {
            var ends = topics.ends(ANSWER);
            for (var stored : Watch.stored(databases)) {
                long lag = ends.getOrDefault(stored.partition(), 0L) - stored.next();
                if (lag != 0) {
                    missing.add(stored.consumer() + " lags by " + lag + " on " + stored.partition());
                }
            }
        } catch (KafkaException e) {
            missing.add("Kafka does not answer: " + e.getMessage());
        }
        try {
            long waiting = receivers.waiting(databases);
            if (waiting != 0) {
                missing.add(waiting + " deliveries wait");
            }
        } catch (SQLException e) {
            missing.add("PostgreSQL does not answer: " + e.getMessage());
        }
        return missing;
    }

    private List<String> unready(Service service) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(lodestone.url(service) + "/q/health/ready"))
                    .timeout(ANSWER)
                    .build();
            var health =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            if (!health.path("status").asText().equals("UP")) {
                return List.of(service.title() + " is not ready: " + health);
            }
            long unsent = StreamSupport.stream(health.path("checks").spliterator(), false)
                    .filter(check -> check.path("name").asText().equals("outbox"))
                    .map(check -> check.at("/data/unsent"))
                    .mapToLong(JsonNode::asLong)
                    .sum();
            return unsent == 0 ? List.of() : List.of(service.title() + " has " + unsent + " facts unsent");
        } catch (IOException e) {
            return List.of(service.title() + " does not answer: " + e);
        }
    }
}
