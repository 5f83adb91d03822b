package io.lodestone.testing.planted.mines.known;

/** Clean: what is remembered of others may be looked at by features. */
public record KnownOwner(String name) {}
