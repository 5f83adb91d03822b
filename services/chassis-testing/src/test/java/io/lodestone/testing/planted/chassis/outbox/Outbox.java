package io.lodestone.testing.planted.chassis.outbox;

import io.lodestone.testing.planted.contracts.envelope.Fact;

/** Clean: plumbing sees the envelope only. */
public interface Outbox {
    void add(Fact fact);
}
