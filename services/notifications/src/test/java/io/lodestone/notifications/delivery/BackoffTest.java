package io.lodestone.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final long[] SECONDS = {5, 30, 120, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 86_400};

    @Property
    void aPauseIsWithinAFifthOfItsLength(@ForAll @IntRange(min = 1, max = 11) int failed, @ForAll long seed) {
        var next = new Backoff(new Random(seed)).next(failed, NOON).orElseThrow();

        var seconds = SECONDS[failed - 1];
        assertThat(Duration.between(NOON, next))
                .isBetween(Duration.ofMillis(seconds * 800), Duration.ofMillis(seconds * 1200));
    }

    @Property
    void allPausesTogetherAreAboutThreeDays(@ForAll long seed) {
        var backoff = new Backoff(new Random(seed));
        var last = NOON;
        for (int failed = 1; failed < Backoff.ATTEMPTS_MAX; failed++) {
            last = backoff.next(failed, last).orElseThrow();
        }

        assertThat(Duration.between(NOON, last)).isBetween(Duration.ofHours(56), Duration.ofHours(86));
    }

    @Test
    void afterTheLastFailureThereIsNoOtherTry() {
        assertThat(new Backoff(new Random(1)).next(Backoff.ATTEMPTS_MAX, NOON)).isEmpty();
    }
}
