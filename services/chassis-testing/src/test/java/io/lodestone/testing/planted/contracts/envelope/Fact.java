package io.lodestone.testing.planted.contracts.envelope;

/** Clean: the part of the language that the chassis may see. */
public interface Fact {
    long version();
}
