package io.lodestone.query.exposure;

/** A fact that is kept, with what it says. */
public sealed interface Kept permits DealFact, ProjectFact {

    Fact fact();
}
