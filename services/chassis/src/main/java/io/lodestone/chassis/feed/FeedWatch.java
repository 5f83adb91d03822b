package io.lodestone.chassis.feed;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;

/**
 * Looks at intervals whether the stored offsets still fit the logs, since a topic can be made anew or lose its
 * beginning while it is heard, and measures how far behind we are.
 */
@ApplicationScoped
class FeedWatch {

    private static final Logger LOG = Logger.getLogger(FeedWatch.class);

    private static final int SECONDS_BETWEEN = 5;

    private final FeedPositions positions;
    private final KafkaLogs logs;
    private final Stops stops;
    private final FeedSeeks seeks;
    private final FeedMeters meters;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread looking =
            Thread.ofPlatform().daemon().name("feed-watch").unstarted(this::lookOnAndOn);

    FeedWatch(FeedPositions positions, KafkaLogs logs, Stops stops, FeedSeeks seeks, FeedMeters meters) {
        this.positions = positions;
        this.logs = logs;
        this.stops = stops;
        this.seeks = seeks;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) {
        looking.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        looking.join(Duration.ofSeconds(SECONDS_BETWEEN));
    }

    private void lookOnAndOn() {
        try {
            while (!stopping.await(SECONDS_BETWEEN, SECONDS)) {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.debugf("the feeds are looked at later: %s", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        var stored = positions.all();
        var before = stops.all().keySet();
        var watched = new HashSet<>(stored.keySet());
        watched.addAll(before);
        var extents = logs.of(watched);
        extents.forEach((partition, log) -> Optional.ofNullable(stored.get(partition))
                .flatMap(position -> position.wrongIn(log, partition))
                .ifPresentOrElse(detail -> stops.stop(partition, detail), () -> stops.go(partition)));
        var changed = new HashSet<>(extents.keySet());
        changed.removeIf(partition -> before.contains(partition) == stops.stopped(partition));
        changed.addAll(seeks.unplaced());
        if (!changed.isEmpty()) {
            seeks.placeAgain(changed);
        }
        meters.show(stored, extents, stops.all().keySet());
    }
}
