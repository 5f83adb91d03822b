package io.lodestone.deals.totalling;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.http.Trace;
import io.lodestone.chassis.outbox.Provenance;
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

/** Publishes the totals on schedule. */
@ApplicationScoped
class TotalsRound {

    private static final Logger LOG = Logger.getLogger(TotalsRound.class);

    private final Totalling totalling;
    private final TopicPartitions topics;
    private final Duration every;
    private final Duration round;

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("control-totals").daemon().factory());

    TotalsRound(
            Totalling totalling,
            TopicPartitions topics,
            @ConfigProperty(name = "deals.control-totals.every") Duration every,
            @ConfigProperty(name = "deals.control-totals.round") Duration round) {
        this.totalling = totalling;
        this.topics = topics;
        this.every = every;
        this.round = round;
    }

    void start(@Observes StartupEvent started) {
        rounds.scheduleWithFixedDelay(this::look, round.toMillis(), round.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.shutdownNow();
    }

    private void look() {
        try {
            var cause = new Provenance("service:deals", Trace.fresh());
            totalling
                    .publishIfDue(every, topics.of(DEALS.name()), cause)
                    .ifPresent(run -> LOG.infof("control totals %s are published", run.id()));
        } catch (RuntimeException e) {
            LOG.warnf("control totals are tried again in %s: %s", round, e.getMessage());
        }
    }
}
