package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.OutboxSession.OutboxUnreadable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries facts from the outbox to Kafka: at least once, in version order per aggregate. One relay per service leads;
 * those of other instances wait for its database session to end. A crash sends at most the pages in flight again;
 * consumers step over what they have heard. With the relay switched off, only the table's days are kept.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /**
     * A look costs the same however many facts it finds, and so does a batch for those who hear. So the relay rests as
     * long as it worked, this long at most: the busier the machine is, the more facts go together.
     */
    private static final Duration REST_MAX = Duration.ofMillis(20);

    /** From one look to the next. The first fact after a pause waits for nothing. */
    private static final Duration LOOKS_APART = Duration.ofMillis(10);

    /** The table has days made for a week ahead. */
    private static final Duration DAYS_INTERVAL = Duration.ofHours(1);

    private final OutboxConfig config;
    private final Config settings;
    private final RelaySignal signal;
    private final Clock clock;

    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    OutboxRelay(OutboxConfig config, Config settings, RelaySignal signal, Clock clock) {
        this.config = config;
        this.settings = settings;
        this.signal = signal;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform()
                .name("outbox-relay")
                .daemon()
                .start(config.relay().enabled() ? this::relay : this::keepDaysOnly);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        stop.countDown();
        signal.wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(3));
        }
    }

    private void relay() {
        while (!stopping) {
            try (var session = session()) {
                if (session.tryToLead()) {
                    lead(session);
                } else {
                    signal.await(config.relay().pollInterval());
                }
            } catch (SQLException | OutboxUnreadable | OutboxRows.Overtaken | KafkaException e) {
                LOG.warnf("the outbox waits: %s", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void lead(OutboxSession session) throws InterruptedException {
        LOG.info("this instance relays the outbox");
        var daysKept = Instant.EPOCH;
        try (var topics = new TopicWriter(settings.getValue("kafka.bootstrap.servers", String.class))) {
            var machine = new RelayMachine(session, topics);
            long begun = System.nanoTime();
            while (!stopping) {
                switch (machine.step()) {
                    case WORKED -> {}
                    case WAITED -> session.keepAlive();
                    case IDLE -> {
                        long ended = System.nanoTime();
                        signal.await(config.relay().pollInterval());
                        restUntil(Math.max(
                                begun + LOOKS_APART.toNanos(), ended + Math.min(ended - begun, REST_MAX.toNanos())));
                        begun = System.nanoTime();
                    }
                }
                if (daysKept.plus(DAYS_INTERVAL).isBefore(clock.instant())) {
                    keepDays(session);
                    daysKept = clock.instant();
                }
            }
        }
    }

    private static void restUntil(long time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time - System.nanoTime());
    }

    /** Somebody else carries the facts; the table still needs its days. */
    private void keepDaysOnly() {
        try {
            do {
                try (var session = session()) {
                    keepDays(session);
                } catch (SQLException | OutboxUnreadable e) {
                    LOG.warnf("the outbox keeps its days later: %s", e.getMessage());
                }
            } while (!stop.await(DAYS_INTERVAL.toMinutes(), TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepDays(OutboxSession session) {
        int dropped = session.keepDays(config.keepSent(), config.relay().enabled());
        if (dropped > 0) {
            LOG.infof("dropped %d days of sent facts", dropped);
        }
    }

    /** Not from the pool: the session must be ours alone, and end when we do. */
    private OutboxSession session() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.getValue("quarkus.datasource.username", String.class));
        properties.setProperty("password", settings.getValue("quarkus.datasource.password", String.class));
        properties.setProperty("ApplicationName", "outbox-relay");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        var url = settings.getValue("quarkus.datasource.jdbc.url", String.class);
        return new OutboxSession(
                DriverManager.getConnection(url, properties), config.relay().batchRows());
    }

    private void pause() {
        try {
            signal.await(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
