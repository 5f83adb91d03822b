package io.lodestone.notifications.delivery;

import java.time.Instant;

/** What an attempt leads to. */
public sealed interface Outcome {

    /** The sink took it. */
    record Delivered() implements Outcome {}

    /** It is tried again. */
    record Retry(Instant at) implements Outcome {}

    /** It is given up. */
    record Dead(String reason) implements Outcome {}

    /** The sink wants nothing any more: this delivery and all that wait behind it are dead, the subscription disabled. */
    record Gone(String reason) implements Outcome {}

    /** @param number this attempt's, counted from 1 */
    static Outcome of(Attempt attempt, int number, Backoff backoff) {
        if (attempt.isTaken()) {
            return new Delivered();
        }
        if (attempt.isGone()) {
            return new Gone("the sink answered 410 Gone");
        }
        return backoff.next(number, attempt.at())
                .<Outcome>map(Retry::new)
                .orElseGet(() -> new Dead("not taken in " + number + " attempts; at last " + attempt.inWords()));
    }
}
