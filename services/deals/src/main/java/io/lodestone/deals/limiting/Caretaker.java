package io.lodestone.deals.limiting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks after what time does to limits: holds expire, limits come into force. Nothing depends on its being in time: a
 * hold that is over counts no more, whoever asks; here it is only told of.
 */
@ApplicationScoped
class Caretaker {

    private static final Logger LOG = Logger.getLogger(Caretaker.class);

    private final StatuteBook statutes;
    private final DayPassing passing;
    private final Clock clock;
    private final Duration round;

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("limits-caretaker").daemon().factory());

    private @Nullable LocalDate reviewed;

    Caretaker(
            StatuteBook statutes,
            DayPassing passing,
            Clock clock,
            @ConfigProperty(name = "lodestone.limits.round") Duration round) {
        this.statutes = statutes;
        this.passing = passing;
        this.clock = clock;
        this.round = round;
    }

    void start(@Observes StartupEvent started) {
        statutes.enact();
        rounds.scheduleWithFixedDelay(this::look, 0, round.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.shutdownNow();
    }

    private void look() {
        try {
            passing.expire();
            var today = LocalDate.now(clock);
            if (!today.equals(reviewed)) {
                passing.review();
                reviewed = today;
            }
        } catch (RuntimeException e) {
            LOG.warnf("limits are looked after again in %s: %s", round, e.getMessage());
        }
    }
}
