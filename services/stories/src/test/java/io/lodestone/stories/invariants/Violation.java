package io.lodestone.stories.invariants;

/**
 * Something that should never be.
 *
 * @param invariant its id, such as {@code I3}
 * @param what      the subject, version or offset it happened to
 */
public record Violation(String invariant, String what) {

    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
