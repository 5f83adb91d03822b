package io.lodestone.deals.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about a deal.
 *
 * @param until  the first day on which a running clock is over
 * @param detail in words for a person, and what to do
 */
public record Finding(Rule rule, State state, @Nullable LocalDate until, String detail) {

    public enum State {
        SATISFIED,
        BLOCKING,
        CLOCK_RUNNING,
        WARNING,
        OVERRIDDEN
    }

    /** True when the act that the rule guards must wait. */
    public boolean holdsUp() {
        return switch (state) {
            case BLOCKING, CLOCK_RUNNING -> true;
            case SATISFIED, WARNING, OVERRIDDEN -> false;
        };
    }

    /** The same, where the act is done already: nothing can be held up any more. */
    Finding afterwards(LocalDate done) {
        return holdsUp()
                ? new Finding(rule, State.WARNING, null, "The guarded act was recorded for " + done + ". " + detail)
                : this;
    }
}
