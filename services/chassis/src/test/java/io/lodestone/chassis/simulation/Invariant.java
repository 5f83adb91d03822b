package io.lodestone.chassis.simulation;

/** What must hold whatever happens. */
public enum Invariant {
    /** Every committed version of every aggregate is on its topic, and nothing else is. */
    ALL_SENT,
    /** The versions of a key come in order: what comes again is an exact copy. */
    IN_ORDER,
    /** No more copies than the pages that were in flight when a relay ended. */
    FEW_COPIES,
    /** What a relay has stored as sent stays sent. */
    PROGRESS_ONLY_GROWS,
    /** A transaction that is open elsewhere holds nothing up. */
    NOTHING_STALLS,
    /** When the faults stop, all work is done in a bounded number of turns. */
    DRAINS,
    /** Each fact has its effect once, in version order. */
    ONE_EFFECT,
    /** Each total is the sum over the newest facts. */
    SUMS_ADD_UP,
    /** Stored offsets move forward only, and never past what was heard. */
    OFFSETS_ONLY_GROW,
    /** A fact that cannot be taken in holds back later facts of its own key, and no other. */
    OWN_KEY_ONLY
}
