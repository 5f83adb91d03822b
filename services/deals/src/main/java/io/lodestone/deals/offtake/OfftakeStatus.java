package io.lodestone.deals.offtake;

import java.util.Set;

/** The lifecycle of an offtake agreement, whole. */
public enum OfftakeStatus {
    NEGOTIATING,
    SIGNED,
    IN_FORCE,
    IN_DISPUTE,
    FULFILLED,
    TERMINATED,
    ABANDONED;

    /** Where an agreement may go from here; empty when it has ended. */
    public Set<OfftakeStatus> next() {
        return switch (this) {
            case NEGOTIATING -> Set.of(SIGNED, ABANDONED);
            case SIGNED -> Set.of(IN_FORCE, TERMINATED);
            case IN_FORCE -> Set.of(IN_DISPUTE, FULFILLED, TERMINATED);
            case IN_DISPUTE -> Set.of(IN_FORCE, TERMINATED);
            case FULFILLED, TERMINATED, ABANDONED -> Set.of();
        };
    }
}
