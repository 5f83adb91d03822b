package io.lodestone.stories.invariants;

import java.util.List;

/**
 * One command of a client, with all that was answered under its one Idempotency-Key.
 *
 * @param topic    tells of what it acts on
 * @param trace    the traceparent of all its attempts: its facts carry it
 * @param what     for people: the path and the body
 * @param lawful   false when it is to be refused
 * @param attempts in their order, at least one
 */
public record Operation(String topic, String trace, String what, boolean lawful, List<Attempt> attempts) {

    /**
     * @param at      {@code System.nanoTime} when it was sent
     * @param status  of HTTP; 0 when there was no answer in time
     * @param version of the resource after the act; 0 when the answer did not say
     */
    public record Attempt(long at, int status, long version) {

        public static Attempt unanswered(long at) {
            return new Attempt(at, 0, 0);
        }

        /** Whether it happened cannot be told: no answer, the server's failure, or an earlier attempt still runs. */
        public boolean unknown() {
            return status < 200 || status >= 500;
        }

        public boolean done() {
            return status / 100 == 2;
        }

        public boolean refused() {
            return status / 100 == 4;
        }
    }

    /** What the client may believe. */
    public enum Outcome {
        /** Exactly one effect. */
        DONE,
        /** No effect. */
        REFUSED,
        /** None or one. */
        UNKNOWN
    }

    public Outcome outcome() {
        if (attempts.stream().anyMatch(Attempt::done)) {
            return Outcome.DONE;
        }
        return attempts.stream().allMatch(Attempt::refused) ? Outcome.REFUSED : Outcome.UNKNOWN;
    }
}
