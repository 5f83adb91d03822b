package io.lodestone.chassis.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries facts from the outbox to Kafka: at least once, in version order per aggregate. One relay per service leads;
 * those of other instances wait for its database session to end. A crash between acknowledgement and mark sends one
 * batch again; consumers step over what they have heard.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final OutboxConfig config;
    private final Config settings;
    private final RelaySignal signal;
    private final Clock clock;

    private volatile boolean stopping;
    private @Nullable Thread thread;

    OutboxRelay(OutboxConfig config, Config settings, RelaySignal signal, Clock clock) {
        this.config = config;
        this.settings = settings;
        this.signal = signal;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (config.relay().enabled()) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        signal.wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(3));
        }
    }

    private void run() {
        while (!stopping) {
            try (var session = session()) {
                if (session.tryToLead()) {
                    lead(session);
                } else {
                    signal.await(config.relay().pollInterval());
                }
            } catch (SQLException | KafkaException | ExecutionException e) {
                LOG.warnf("the outbox waits: %s", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void lead(OutboxSession session) throws SQLException, ExecutionException, InterruptedException {
        LOG.info("this instance relays the outbox");
        var pruned = clock.instant();
        try (var topics = new TopicWriter(settings.getValue("kafka.bootstrap.servers", String.class))) {
            while (!stopping) {
                var rows = session.unsent(config.relay().batchRows());
                if (rows.isEmpty()) {
                    if (pruned.plus(Duration.ofMinutes(10)).isBefore(clock.instant())) {
                        session.prune(clock.instant().minus(config.keepSent()));
                        pruned = clock.instant();
                    }
                    signal.await(config.relay().pollInterval());
                } else if (topics.write(
                        rows.stream().map(OutboxSession.Row::fact).toList(), () -> stopping)) {
                    session.markSent(rows, clock.instant());
                }
            }
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
        return new OutboxSession(DriverManager.getConnection(
                settings.getValue("quarkus.datasource.jdbc.url", String.class), properties));
    }

    private void pause() {
        try {
            signal.await(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
