package io.lodestone.notifications.known;

import java.time.Duration;

/** Knobs for tests without a container. */
public record Settings(boolean privateAddresses, Duration timeout) implements WebhookConfig {

    public SinkAddresses addresses() {
        return new SinkAddresses(this);
    }

    @Override
    public Duration connectTimeout() {
        return timeout;
    }

    @Override
    public Duration lease() {
        return timeout.multipliedBy(3);
    }

    @Override
    public int inFlightMax() {
        return 4;
    }

    @Override
    public int inFlightPerSubscription() {
        return 2;
    }

    @Override
    public Duration pollInterval() {
        return Duration.ofSeconds(1);
    }
}
