package io.lodestone.notifications.view;

import io.lodestone.chassis.http.Versioned;
import io.lodestone.notifications.subscription.Subscription;
import io.lodestone.notifications.subscription.SubscriptionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its owner sees it.
 *
 * @param secret signs the deliveries; only in the answer to the request that made the subscription
 * @param reason why it is DISABLED
 */
public record SubscriptionView(
        UUID id,
        String name,
        Sink sink,
        List<Map<String, Object>> filters,
        SubscriptionStatus status,
        @Nullable String reason,
        @Nullable String secret,
        Instant createdAt,
        Instant changedAt,
        long version)
        implements Versioned {

    /** Where deliveries go. */
    public record Sink(String kind, String url) {}

    public static SubscriptionView of(Subscription subscription) {
        return of(subscription, null);
    }

    /** The one time that the secret is shown. */
    public static SubscriptionView withSecret(Subscription subscription) {
        return of(subscription, subscription.secret().text());
    }

    private static SubscriptionView of(Subscription subscription, @Nullable String secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.name(),
                new Sink("WEBHOOK", subscription.url()),
                subscription.filters().all(),
                subscription.status(),
                subscription.reason(),
                secret,
                subscription.createdAt(),
                subscription.changedAt(),
                subscription.version());
    }
}
