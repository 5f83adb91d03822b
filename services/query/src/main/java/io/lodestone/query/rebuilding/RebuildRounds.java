package io.lodestone.query.rebuilding;

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

/** When to look for a rebuild that nobody works on any longer: at each start, and every now and then. */
@ApplicationScoped
class RebuildRounds {

    private static final Logger LOG = Logger.getLogger(RebuildRounds.class);

    private final Rebuilding rebuilding;
    private final Duration round;

    private final ScheduledExecutorService runner = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rebuild-rounds").daemon().factory());

    RebuildRounds(Rebuilding rebuilding, @ConfigProperty(name = "lodestone.rebuilds.round") Duration round) {
        this.rebuilding = rebuilding;
        this.round = round;
    }

    void start(@Observes StartupEvent started) {
        runner.scheduleWithFixedDelay(this::look, 0, round.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        runner.shutdownNow();
    }

    /** The database may be away: then a later round goes on. */
    private void look() {
        try {
            rebuilding.goOn();
        } catch (RuntimeException e) {
            LOG.warnf("a rebuild could not be gone on with: %s", e.getMessage());
        }
    }
}
