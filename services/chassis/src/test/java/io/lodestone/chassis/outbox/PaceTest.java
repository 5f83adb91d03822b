package io.lodestone.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now = -5; // the clock of nanoseconds begins anywhere

    private final Pace pace = new Pace(now);

    @Test
    void manyFactsAreFastHoweverManyOneLookFinds() {
        lookFor(200, 2, 1);
        assertThat(pace.isFast()).isTrue();
        lookFor(200, 20, 10);
        assertThat(pace.isFast()).isTrue();
    }

    @Test
    void someThatComeTogetherAreNot() {
        lookFor(1_000, 50, 10);
        assertThat(pace.isFast()).isFalse();
    }

    @Test
    void whatWasFastIsNotWhenTheLastTenthOfASecondWasQuiet() {
        lookFor(200, 2, 1);
        lookFor(500, 500, 1);
        assertThat(pace.isFast()).isFalse();
    }

    private void lookFor(int millis, int every, int found) {
        for (int at = 0; at < millis; at += every) {
            now += Duration.ofMillis(every).toNanos();
            pace.found(found, now);
        }
    }
}
