package io.lodestone.chassis.feed;

/** A fact and the envelope it came in. */
public record Heard<E>(Envelope envelope, E event) {}
