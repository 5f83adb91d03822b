package io.lodestone.query.known.ledger;

import io.quarkus.arc.Arc;

/** Makes the days in the past now: in tests no round does. */
public final class MadeDays {

    private MadeDays() {}

    public static void make() {
        Arc.container().instance(DayRounds.class).get().make();
    }
}
