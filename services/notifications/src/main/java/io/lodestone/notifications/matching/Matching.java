package io.lodestone.notifications.matching;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.feed.RawFeed;
import io.lodestone.chassis.time.Ids;
import io.lodestone.notifications.delivery.Deliveries;
import io.lodestone.notifications.delivery.Deliveries.Fresh;
import io.lodestone.notifications.delivery.DeliveriesWritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds facts against the active subscriptions and writes a delivery for each that wants it and may hear it, in the
 * feed's transaction: a fact that was heard is a fact whose deliveries are on record.
 */
@ApplicationScoped
class Matching implements RawFeed<HeardFact> {

    private static final Set<String> TOPICS = Set.of(
            "lodestone.deals",
            "lodestone.offtakes",
            "lodestone.projects",
            "lodestone.stockpiles",
            "lodestone.limits",
            "lodestone.exposure");

    private final Listeners listeners;
    private final Deliveries deliveries;
    private final Event<DeliveriesWritten> written;
    private final Ids ids;
    private final Clock clock;

    Matching(Listeners listeners, Deliveries deliveries, Event<DeliveriesWritten> written, Ids ids, Clock clock) {
        this.listeners = listeners;
        this.deliveries = deliveries;
        this.written = written;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return TOPICS;
    }

    @Override
    public HeardFact read(Envelope envelope) {
        return HeardFact.of(envelope);
    }

    @Override
    public void on(List<HeardFact> heard) {
        var active = listeners.active();
        if (heard.isEmpty() || active.isEmpty()) {
            return;
        }
        var fresh = new ArrayList<Fresh>();
        for (var fact : heard) {
            fresh.addAll(wanted(fact, active));
        }
        if (!fresh.isEmpty()) {
            deliveries.add(fresh, clock.instant());
            written.fire(new DeliveriesWritten());
        }
    }

    private List<Fresh> wanted(HeardFact fact, List<Listener> active) {
        var wanting = active.stream().filter(listener -> listener.wants(fact)).toList();
        if (wanting.isEmpty()) {
            return List.of();
        }
        var message = fact.message();
        return wanting.stream()
                .map(listener -> new Fresh(ids.next(), listener.subscription(), message))
                .toList();
    }
}
