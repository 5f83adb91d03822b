package io.lodestone.notifications.known;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The knobs of webhooks; defaults and their reasons stand in application.properties. */
@ConfigMapping(prefix = "lodestone.webhooks")
public interface WebhookConfig {

    boolean privateAddresses();

    Duration connectTimeout();

    Duration timeout();

    Duration lease();

    int inFlightMax();

    int inFlightPerSubscription();

    Duration pollInterval();
}
