package io.lodestone.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    @Test
    void anyMomentIsReadAsTheJdkReadsIt() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var nanos = random.nextInt(1_000_000_000) / new int[] {1, 1_000, 1_000_000, 1_000_000_000}[i % 4];
            var text = Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L), nanos)
                    .toString();
            assertThat(Moment.parse(text)).as(text).isEqualTo(Instant.parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-08-15T14:03:11Z",
                "2025-08-15T14:03:11.4Z",
                "2025-08-15T14:03:11.123456789Z",
                "2025-08-15T24:00:00Z",
                "2025-08-15T14:03:11.482+02:00",
                "2025-08-15t14:03:11z"
            })
    void formsThatTheJdkReadsAreRead(String text) {
        assertThat(Moment.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2025-02-30T14:03:11Z",
                "2025-13-01T14:03:11Z",
                "2025-08-15T25:03:11Z",
                "2025-08-15T14:60:11Z",
                "2025-08-15T14:03:11,482Z",
                "2025-08-15T14:03:11x482Z",
                "2025-08-15T14:03:11.1234567890Z",
                "+025-08-15T14:03:11Z",
                "2025-08-15T14:03:1 Z"
            })
    void whatIsNoMomentIsRefused(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Moment.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
