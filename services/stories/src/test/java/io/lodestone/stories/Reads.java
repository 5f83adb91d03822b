package io.lodestone.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.local.Service;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * Somebody who asks for the exposure all the while, now at one instance of the query service and now at the other, and at
 * once at the other one when there is no answer. Each answer must be whole: the cells are the total.
 */
final class Reads implements AutoCloseable {

    private static final List<String> MEASURES =
            List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding", "contingent", "paid", "writtenOff");

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** This machine may be starting other services meanwhile. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lodestone lodestone;
    private final String token;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER)
            .build();
    private final Thread thread;

    private volatile int answers;
    private volatile long longestMillis;
    private volatile boolean stopping;

    Reads(Lodestone lodestone, Person reader) {
        this.lodestone = lodestone;
        this.token = reader.token();
        this.thread = Thread.ofPlatform().name("reads").daemon().start(this::work);
    }

    int answers() {
        return answers;
    }

    /** What was not answered by either instance, or not rightly. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public String toString() {
        return answers + " reads answered, the slowest within " + longestMillis + " ms";
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join(ANSWER.multipliedBy(3));
    }

    private void work() {
        try {
            for (boolean other = false; !stopping; other = !other) {
                long begin = System.nanoTime();
                one(other);
                longestMillis = Math.max(longestMillis, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void one(boolean other) throws InterruptedException {
        try {
            ask(other);
        } catch (IOException first) {
            try {
                ask(!other);
            } catch (IOException second) {
                failures.add("neither answers: " + first + "; " + second);
            }
        }
    }

    private void ask(boolean other) throws IOException, InterruptedException {
        var base = other ? lodestone.otherUrl(Service.QUERY) : lodestone.url(Service.QUERY);
        var request = HttpRequest.newBuilder(URI.create(base + "/v1/exposure?by=agency,mineral,status"))
                .header("Authorization", "Bearer " + token)
                .timeout(ANSWER)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        check(JSON.readTree(answer.body()));
        answers++;
    }

    private void check(JsonNode exposure) {
        for (var measure : MEASURES) {
            var sum = StreamSupport.stream(exposure.path("cells").spliterator(), false)
                    .map(cell -> new BigDecimal(cell.path(measure).asText()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var total = new BigDecimal(exposure.path("total").path(measure).asText());
            if (sum.compareTo(total) != 0) {
                failures.add(measure + ": cells " + sum + ", total " + total);
            }
        }
    }
}
