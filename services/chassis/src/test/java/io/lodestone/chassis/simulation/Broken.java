package io.lodestone.chassis.simulation;

/** A run did not keep what must hold. */
public final class Broken extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final Invariant invariant;

    public Broken(Invariant invariant, String what) {
        super(invariant + ": " + what);
        this.invariant = invariant;
    }

    public Invariant invariant() {
        return invariant;
    }
}
