package io.lodestone.notifications.subscription;

/** ACTIVE hears and is told; PAUSED by its owner; DISABLED by us, with the reason. */
public enum SubscriptionStatus {
    ACTIVE,
    PAUSED,
    DISABLED
}
