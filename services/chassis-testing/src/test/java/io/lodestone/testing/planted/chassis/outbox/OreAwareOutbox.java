package io.lodestone.testing.planted.chassis.outbox;

import io.lodestone.testing.planted.contracts.OreMined;

/** Planted: plumbing that knows the business. */
public class OreAwareOutbox {
    OreMined event;
}
