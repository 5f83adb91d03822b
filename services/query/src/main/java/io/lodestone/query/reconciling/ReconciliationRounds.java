package io.lodestone.query.reconciling;

import io.lodestone.chassis.time.Ids;
import io.lodestone.query.known.control.ControlTotalsHeard;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** When to reconcile: when asked to, when control totals have come whole, and when the last run is long ago. */
@ApplicationScoped
class ReconciliationRounds {

    private static final Logger LOG = Logger.getLogger(ReconciliationRounds.class);

    private static final String SERVICE = "service:query";

    private final Reconciling reconciling;
    private final ReconciliationReport report;
    private final Ids ids;
    private final Clock clock;
    private final Duration every;
    private final Duration round;

    /** One run after another. */
    private final ScheduledExecutorService runner = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reconciliation").daemon().factory());

    ReconciliationRounds(
            Reconciling reconciling,
            ReconciliationReport report,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "lodestone.reconciliation.every") Duration every,
            @ConfigProperty(name = "lodestone.reconciliation.round") Duration round) {
        this.reconciling = reconciling;
        this.report = report;
        this.ids = ids;
        this.clock = clock;
        this.every = every;
        this.round = round;
    }

    void start(@Observes StartupEvent started) {
        runner.scheduleWithFixedDelay(this::look, round.toMillis(), round.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        runner.shutdownNow();
    }

    void compare(@Observes(during = TransactionPhase.AFTER_SUCCESS) ControlTotalsHeard heard) {
        runner.execute(() -> trying(() -> begin(SERVICE, reconciling::run)));
    }

    /** Answers the run's id; it is on record when this returns, and runs behind those before it. */
    UUID request(String by) {
        return begin(by, id -> runner.execute(() -> reconciling.run(id)));
    }

    private UUID begin(String by, Consumer<UUID> then) {
        var id = ids.next();
        reconciling.begin(id, by);
        then.accept(id);
        return id;
    }

    private void look() {
        trying(() -> {
            if (report.lastEnded()
                    .filter(last -> last.plus(every).isAfter(clock.instant()))
                    .isEmpty()) {
                begin(SERVICE, reconciling::run);
            }
        });
    }

    /** The database may be away: then the next round finds that a run is due. */
    private static void trying(Runnable run) {
        try {
            run.run();
        } catch (RuntimeException e) {
            LOG.warnf("a reconciliation could not begin: %s", e.getMessage());
        }
    }
}
