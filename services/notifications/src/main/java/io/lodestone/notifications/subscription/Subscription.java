package io.lodestone.notifications.subscription;

import io.lodestone.notifications.subscription.SubscriptionRefusal.NotActive;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody's wish to be told of facts by a webhook. */
@Entity
public class Subscription {

    @Id
    private UUID id;

    private String owner;

    private String name;

    private String url;

    private String secret;

    @JdbcTypeCode(SqlTypes.JSON)
    private Filters filters;

    @JdbcTypeCode(SqlTypes.JSON)
    private Audience audience;

    @Enumerated(EnumType.STRING)
    private SubscriptionStatus status;

    @Nullable
    private String reason;

    private long version;

    private Instant createdAt;

    private Instant changedAt;

    protected Subscription() {} // Hibernate

    /** Who wants it, and what the owner may hear. */
    public record Subscriber(String owner, Audience audience) {}

    /** What is wanted. {@code url} was checked before. */
    public record Wish(String name, String url, Filters filters) {}

    /** A new one, active at once. */
    public Subscription(UUID id, Subscriber subscriber, Wish wish, Secret secret, Instant now) {
        this.id = id;
        this.owner = subscriber.owner();
        this.audience = subscriber.audience();
        this.name = wish.name();
        this.url = wish.url();
        this.filters = wish.filters();
        this.secret = secret.text();
        this.status = SubscriptionStatus.ACTIVE;
        this.version = 1;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** Changes what is not null. Setting it ACTIVE takes back a disabling. */
    public void change(
            @Nullable String newName,
            @Nullable Filters newFilters,
            @Nullable SubscriptionStatus newStatus,
            Instant now) {
        name = newName == null ? name : newName;
        filters = newFilters == null ? filters : newFilters;
        if (newStatus != null) {
            status = newStatus;
            reason = null;
        }
        version++;
        changedAt = now;
    }

    /** @throws NotActive when it is paused or disabled */
    public void mustBeActive() {
        if (status != SubscriptionStatus.ACTIVE) {
            throw new NotActive(status);
        }
    }

    public UUID id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String url() {
        return url;
    }

    public Secret secret() {
        return new Secret(secret);
    }

    public Filters filters() {
        return filters;
    }

    public Audience audience() {
        return audience;
    }

    public SubscriptionStatus status() {
        return status;
    }

    public @Nullable String reason() {
        return reason;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
