package io.lodestone.notifications.delivery;

/** PENDING is on its way, DELIVERED was taken, DEAD was given up. The last two are final. */
public enum DeliveryStatus {
    PENDING,
    DELIVERED,
    DEAD
}
