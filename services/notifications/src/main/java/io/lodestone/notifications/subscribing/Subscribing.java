package io.lodestone.notifications.subscribing;

import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.time.Ids;
import io.lodestone.notifications.subscription.Secret;
import io.lodestone.notifications.subscription.Subscription;
import io.lodestone.notifications.subscription.Subscription.Subscriber;
import io.lodestone.notifications.subscription.Subscription.Wish;
import io.lodestone.notifications.subscription.SubscriptionRefusal.TooMany;
import io.lodestone.notifications.subscription.Subscriptions;
import io.lodestone.notifications.view.SubscriptionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Making, changing, ending and reading subscriptions. */
@ApplicationScoped
class Subscribing {

    /** Every fact is held against every active subscription: nobody may have so many that others are told late. */
    private static final int PER_OWNER_MAX = 100;

    private final SecureRandom random = new SecureRandom();

    private final Subscriptions subscriptions;
    private final Ids ids;
    private final Clock clock;

    Subscribing(Subscriptions subscriptions, Ids ids, Clock clock) {
        this.subscriptions = subscriptions;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws TooMany when the owner has 100 already */
    @Transactional
    public SubscriptionView subscribe(Subscriber subscriber, Wish wish) {
        if (subscriptions.count("owner", subscriber.owner()) >= PER_OWNER_MAX) {
            throw new TooMany(PER_OWNER_MAX);
        }
        var subscription = new Subscription(ids.next(), subscriber, wish, Secret.draw(random), clock.instant());
        subscriptions.persist(subscription);
        return SubscriptionView.withSecret(subscription);
    }

    @Transactional
    public SubscriptionView change(UUID id, String owner, IfMatch ifMatch, ChangeSubscription command) {
        var subscription = subscriptions.forUpdate(id, owner);
        ifMatch.check(subscription.version());
        subscription.change(command.name(), command.wanted(), command.status(), clock.instant());
        return SubscriptionView.of(subscription);
    }

    /** Its deliveries go with it, those on their way too. */
    @Transactional
    public void end(UUID id, String owner, IfMatch ifMatch) {
        var subscription = subscriptions.forUpdate(id, owner);
        ifMatch.check(subscription.version());
        subscriptions.delete(subscription);
    }

    @Transactional
    public SubscriptionView one(UUID id, String owner) {
        return SubscriptionView.of(subscriptions.get(id, owner));
    }

    @Transactional
    public List<SubscriptionView> many(String owner, Optional<UUID> after, int limit) {
        return subscriptions.of(owner, after, limit).stream()
                .map(SubscriptionView::of)
                .toList();
    }
}
