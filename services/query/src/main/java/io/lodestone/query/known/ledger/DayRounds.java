package io.lodestone.query.known.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** When to make days in the past: when some are missing and the ledger has been quiet about such days for a round. */
@ApplicationScoped
class DayRounds {

    private static final Logger LOG = Logger.getLogger(DayRounds.class);

    /** So many rounds it waits for quiet; then it makes what it can. */
    private static final int WAITING_MAX = 12;

    private static final int STEPS_MAX = 100_000;

    private final DaysMaking making;
    private final Duration round;
    private int waited;

    private final ScheduledExecutorService runner = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("days").daemon().factory());

    DayRounds(DaysMaking making, @ConfigProperty(name = "lodestone.days.round") Duration round) {
        this.making = making;
        this.round = round;
    }

    void start(@Observes StartupEvent started) {
        runner.scheduleWithFixedDelay(this::look, round.toMillis(), round.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        runner.shutdownNow();
    }

    /** The database may be away: then a later round makes what is missing. */
    private void look() {
        try {
            if (making.isBeingRebuilt()) {
                return;
            }
            if (making.isQuiet(round) || ++waited > WAITING_MAX) {
                waited = 0;
                make();
            }
        } catch (RuntimeException e) {
            LOG.warnf("days in the past could not be made: %s", e.getMessage());
        }
    }

    /** Between two steps whoever waits for the ledger has it. */
    void make() {
        var kept = making.step(null);
        for (int step = 1;
                step < STEPS_MAX
                        && kept.isPresent()
                        && !making.isBeingRebuilt()
                        && !Thread.currentThread().isInterrupted();
                step++) {
            kept = making.step(kept.get());
        }
    }
}
