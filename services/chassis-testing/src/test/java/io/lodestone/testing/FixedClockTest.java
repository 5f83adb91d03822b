package io.lodestone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FixedClockTest {

    private final FixedClock clock = FixedClock.at("2026-03-01T23:59:59Z");

    @Test
    void timeStandsStillUntilToldToGoOn() {
        assertThat(LocalDate.now(clock)).isEqualTo("2026-03-01");

        clock.advance(Duration.ofSeconds(1));

        assertThat(LocalDate.now(clock)).isEqualTo("2026-03-02");
    }

    @Test
    void anotherZoneIsRefused() {
        assertThatThrownBy(() -> clock.withZone(ZoneId.of("America/New_York")))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
