package io.lodestone.notifications.subscription;

import io.lodestone.notifications.subscription.SubscriptionRefusal.NoSuchSubscription;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The subscriptions' table. Every read names the owner: what belongs to somebody else does not exist. */
@ApplicationScoped
public class Subscriptions implements PanacheRepositoryBase<Subscription, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @throws NoSuchSubscription when the owner has none with this id */
    public Subscription get(UUID id, String owner) {
        return find("id = ?1 and owner = ?2", id, owner)
                .firstResultOptional()
                .orElseThrow(() -> new NoSuchSubscription(id));
    }

    /** Row-locks it. @throws NoSuchSubscription when the owner has none with this id */
    public Subscription forUpdate(UUID id, String owner) {
        return find("id = ?1 and owner = ?2", id, owner)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NoSuchSubscription(id));
    }

    /** In the order in which they were made, at most {@code limit}. */
    public List<Subscription> of(String owner, Optional<UUID> after, int limit) {
        return find("owner = ?1 and id > ?2 order by id", owner, after.orElse(BEFORE_ALL))
                .range(0, limit - 1)
                .list();
    }
}
