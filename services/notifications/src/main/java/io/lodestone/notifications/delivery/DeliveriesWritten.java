package io.lodestone.notifications.delivery;

/** Told inside this process when a transaction wrote deliveries, so that they go out at once. */
public record DeliveriesWritten() {}
