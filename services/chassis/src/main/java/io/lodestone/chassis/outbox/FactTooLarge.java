package io.lodestone.chassis.outbox;

/** A fact that no broker would take: it is refused before it is written down, or it would stop all behind it. */
public final class FactTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FactTooLarge(RecordedFact fact) {
        super("What would be recorded of " + fact.subject() + " is too large: shorten lists or texts.");
    }
}
