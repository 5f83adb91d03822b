package io.lodestone.chassis.outbox;

import io.lodestone.contracts.envelope.Event;

/** A fact that follows from another one, and who and what brought that about. */
public record Caused<E extends Event>(E event, Provenance provenance) {}
