package io.lodestone.query.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AskersFirstTest {

    private final TickingClock clock = new TickingClock();
    private final AskersFirst askers = new AskersFirst(clock);
    private final AskersFirst.Turns turns = askers.turns();

    @Test
    void whileNobodyAsksNothingWaits() {
        assertThat(waited(Duration.ofSeconds(1))).isZero();

        askers.begin();
        askers.end();

        assertThat(waited(Duration.ofSeconds(1))).isZero();
    }

    @Test
    void whoAsksWithoutEndHoldsTheWorkForNoLongerThanItWorked() {
        askers.begin();

        assertThat(waited(Duration.ofMillis(8))).isBetween(Duration.ofMillis(8), Duration.ofMillis(12));
        assertThat(waited(Duration.ofSeconds(1))).isBetween(Duration.ofMillis(20), Duration.ofMillis(24));
        assertThat(waited(Duration.ZERO)).as("it has just waited").isLessThan(Duration.ofMillis(5));
    }

    private Duration waited(Duration work) {
        clock.now = clock.now.plus(work);
        var begin = clock.now;
        turns.letAskersGoFirst();
        return Duration.between(begin, clock.now);
    }

    /** A millisecond goes by whenever somebody looks. */
    private static final class TickingClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plusMillis(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
