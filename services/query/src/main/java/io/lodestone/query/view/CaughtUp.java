package io.lodestone.query.view;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.contracts.limits.LimitEvent.LIMITS;
import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;

import io.lodestone.chassis.feed.FeedPositions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows when this service had last heard everything. At intervals it asks the broker where the topics end and compares
 * with the stored positions; when nothing is missing, all facts on the topics at the moment of asking are in every later
 * answer. While the broker is away or we are behind, that moment stays where it was and the age grows.
 */
@ApplicationScoped
public class CaughtUp {

    private static final Logger LOG = Logger.getLogger(CaughtUp.class);

    private static final List<String> TOPICS = List.of(DEALS.name(), PROJECTS.name(), LIMITS.name());
    private static final int ANSWER_SECONDS_MAX = 5;

    private final FeedPositions positions;
    private final Map<String, Object> broker;
    private final Duration askEvery;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread asking = Thread.ofPlatform().daemon().name("caught-up").unstarted(this::ask);

    private volatile @Nullable Instant heardAllAt;

    CaughtUp(
            FeedPositions positions,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            QueryConfig config,
            Clock clock) {
        this.positions = positions;
        this.broker = broker;
        this.askEvery = config.freshness().askEvery();
        this.clock = clock;
    }

    /** Milliseconds since everything was heard, null when that is not known since the start. */
    public @Nullable Long ageMillis() {
        var moment = heardAllAt;
        return moment == null
                ? null
                : Math.max(0, Duration.between(moment, clock.instant()).toMillis());
    }

    void start(@Observes StartupEvent event) {
        asking.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        asking.join(Duration.ofSeconds(ANSWER_SECONDS_MAX));
    }

    private void ask() {
        try {
            do {
                askUntilItFails();
            } while (!stopping.await(askEvery.toMillis(), MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With a client of its own: one made while the broker had no address yet is of no use later. */
    private void askUntilItFails() throws InterruptedException {
        try (var admin = Admin.create(config())) {
            do {
                compare(admin);
            } while (!stopping.await(askEvery.toMillis(), MILLISECONDS));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debugf("not known whether we are behind: %s", e.getMessage());
        }
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(broker);
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "caught-up");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_SECONDS_MAX * 1_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_SECONDS_MAX * 1_000);
        return config;
    }

    private void compare(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        var asked = clock.instant();
        var ends = ends(admin);
        var heard = positions.read();
        boolean all = ends.entrySet().stream()
                .allMatch(end -> heard.getOrDefault(end.getKey().topic(), Map.of())
                                .getOrDefault(end.getKey().partition(), 0L)
                        >= end.getValue());
        if (all) {
            heardAllAt = asked;
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        var topics = admin.describeTopics(TOPICS).allTopicNames().get(ANSWER_SECONDS_MAX, SECONDS);
        var latest = topics.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var offsets = admin.listOffsets(latest).all().get(ANSWER_SECONDS_MAX, SECONDS);
        return offsets.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
