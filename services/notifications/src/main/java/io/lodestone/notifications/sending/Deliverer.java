package io.lodestone.notifications.sending;

import io.lodestone.notifications.delivery.Backoff;
import io.lodestone.notifications.delivery.DeliveriesWritten;
import io.lodestone.notifications.delivery.Outcome;
import io.lodestone.notifications.known.WebhookConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries deliveries to their sinks, at least once: claims what is due, sends each on a thread of its own, records the
 * attempt. No transaction is open while a sink thinks. A crash between sending and recording sends again, under the same
 * webhook-id, once the lease is over.
 */
@ApplicationScoped
class Deliverer {

    private static final Logger LOG = Logger.getLogger(Deliverer.class);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final WebhookConfig config;
    private final DueDeliveries deliveries;
    private final Webhooks webhooks;
    private final Results results;

    private final Backoff backoff = new Backoff(new SecureRandom());
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;
    private final Semaphore work = new Semaphore(0);

    private volatile boolean stopping;
    private @Nullable Thread thread;

    Deliverer(WebhookConfig config, DueDeliveries deliveries, Webhooks webhooks, Results results) {
        this.config = config;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.results = results;
        this.places = new Semaphore(config.inFlightMax());
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("deliverer").daemon().start(this::run);
    }

    /** What is in the air is not waited for: its lease ends and it is sent again. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        work.release();
        if (thread != null) {
            thread.join(Duration.ofSeconds(2));
        }
        senders.shutdown();
        if (!senders.awaitTermination(1, TimeUnit.SECONDS)) {
            senders.shutdownNow();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesWritten written) {
        work.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (sendDue() == 0) {
                    await(config.pollInterval());
                }
            } catch (SQLException e) {
                LOG.warnf("deliveries wait: %s", e.getMessage());
                await(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private int sendDue() throws SQLException {
        int free = places.availablePermits(); // only this thread takes places, so they stay free
        if (free == 0) {
            return 0;
        }
        var due = deliveries.claim(free);
        for (var delivery : due) {
            places.acquireUninterruptibly();
            senders.execute(() -> send(delivery));
        }
        return due.size();
    }

    private void send(Due due) {
        try {
            var attempt = webhooks.post(due);
            results.keep(due, attempt, Outcome.of(attempt, due.number(), backoff));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // shutting down; the lease ends by itself
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("the attempt on %s is not on record and will be made again: %s", due.webhookId(), e.getMessage());
        } finally {
            places.release();
            work.release();
        }
    }

    private void await(Duration atMost) {
        try {
            if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
