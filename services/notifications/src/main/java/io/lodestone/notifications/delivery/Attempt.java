package io.lodestone.notifications.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try, whatever came of it.
 *
 * @param at            when it began, UTC
 * @param status        HTTP status of the answer, null when there was none
 * @param latencyMillis from begin to end
 * @param answer        the first 256 bytes of the answer as text, null when there was none
 * @param error         what went wrong before an answer came, null when one came
 */
public record Attempt(
        Instant at,
        @Nullable Integer status,
        long latencyMillis,
        @Nullable String answer,
        @Nullable String error) {

    private static final int GONE = 410;

    public static Attempt answered(Instant at, int status, long latencyMillis, String answer) {
        return new Attempt(at, status, latencyMillis, answer, null);
    }

    public static Attempt failed(Instant at, long latencyMillis, String error) {
        return new Attempt(at, null, latencyMillis, null, error);
    }

    public boolean isTaken() {
        return status != null && status >= 200 && status < 300;
    }

    /** The sink says that it will never want anything again. */
    public boolean isGone() {
        return status != null && status == GONE;
    }

    /** In words, for an owner who asks why. */
    public String inWords() {
        return error == null ? "the sink answered " + status : error;
    }
}
