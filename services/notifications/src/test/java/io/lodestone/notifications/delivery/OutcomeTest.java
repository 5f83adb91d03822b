package io.lodestone.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.notifications.delivery.Outcome.Dead;
import io.lodestone.notifications.delivery.Outcome.Delivered;
import io.lodestone.notifications.delivery.Outcome.Gone;
import io.lodestone.notifications.delivery.Outcome.Retry;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Backoff backoff = new Backoff(new Random(1));

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 299})
    void everyStatusOfSuccessDelivers(int status) {
        assertThat(after(status, 1)).isEqualTo(new Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 404, 429, 500, 503})
    void everyOtherStatusIsTriedAgain(int status) {
        assertThat(after(status, 1)).isInstanceOf(Retry.class);
    }

    @Test
    void goneEndsTheSubscription() {
        assertThat(after(410, 1)).isInstanceOf(Gone.class);
    }

    @Test
    void noAnswerIsTriedAgain() {
        var outcome = Outcome.of(Attempt.failed(NOON, 3000, "ConnectException"), 1, backoff);

        assertThat(outcome).isInstanceOfSatisfying(Retry.class, retry -> assertThat(retry.at())
                .isBetween(NOON.plusSeconds(4), NOON.plusSeconds(6)));
    }

    @Test
    void theLastFailureKillsAndSaysWhy() {
        assertThat(after(500, Backoff.ATTEMPTS_MAX))
                .isEqualTo(new Dead("not taken in 12 attempts; at last the sink answered 500"));
    }

    @Test
    void theLastAttemptMayStillDeliver() {
        assertThat(after(200, Backoff.ATTEMPTS_MAX)).isEqualTo(new Delivered());
    }

    private Outcome after(int status, int number) {
        return Outcome.of(Attempt.answered(NOON, status, 12, ""), number, backoff);
    }
}
