package io.lodestone.notifications.following;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.time.Ids;
import io.lodestone.notifications.delivery.Deliveries;
import io.lodestone.notifications.delivery.Deliveries.Fresh;
import io.lodestone.notifications.delivery.DeliveriesWritten;
import io.lodestone.notifications.delivery.DeliveryStatus;
import io.lodestone.notifications.delivery.Message;
import io.lodestone.notifications.subscription.Subscription;
import io.lodestone.notifications.subscription.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looking at a subscription's deliveries, and sending it a test. */
@ApplicationScoped
class Following {

    private static final String TEST_TYPE = "io.lodestone.notifications.test.v1";

    private final Subscriptions subscriptions;
    private final Tests tests;
    private final DeliveryLog log;

    Following(Subscriptions subscriptions, Tests tests, DeliveryLog log) {
        this.subscriptions = subscriptions;
        this.tests = tests;
        this.log = log;
    }

    @Transactional
    public List<DeliveryView> deliveries(UUID id, String owner, Optional<UUID> after, int limit) {
        subscriptions.get(id, owner);
        return log.of(id, after, limit);
    }

    /** Goes to the sink whatever the filters say, signed and tried again like any delivery. */
    @Transactional
    public DeliveryView test(UUID id, String owner, String actor) {
        var subscription = subscriptions.get(id, owner);
        subscription.mustBeActive();
        return tests.send(subscription, actor);
    }

    /** Writes test deliveries. */
    @ApplicationScoped
    static class Tests {

        private final Deliveries deliveries;
        private final Event<DeliveriesWritten> written;
        private final ObjectMapper json;
        private final Ids ids;
        private final Clock clock;

        Tests(Deliveries deliveries, Event<DeliveriesWritten> written, ObjectMapper json, Ids ids, Clock clock) {
            this.deliveries = deliveries;
            this.written = written;
            this.json = json;
            this.ids = ids;
            this.clock = clock;
        }

        DeliveryView send(Subscription subscription, String actor) {
            var now = clock.instant();
            var id = ids.next();
            var event = ids.next();
            // a subject of its own: a test that fails must not hold back the next one
            var message = new Message(
                    event,
                    TEST_TYPE,
                    event,
                    event(subscription, event, actor, now).toString());
            deliveries.add(List.of(new Fresh(id, subscription.id(), message)), now);
            written.fire(new DeliveriesWritten());
            return new DeliveryView(
                    id, "msg_" + id, event, TEST_TYPE, event, DeliveryStatus.PENDING, List.of(), now, null, now, 1);
        }

        private ObjectNode event(Subscription subscription, UUID id, String actor, Instant now) {
            var event = json.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", id.toString())
                    .put("source", "/lodestone/notifications")
                    .put("type", TEST_TYPE)
                    .put("subject", id.toString())
                    .put("time", now.toString())
                    .put("version", 1)
                    .put("actor", actor)
                    .put("datacontenttype", "application/json");
            event.putObject("data")
                    .put("subscriptionId", subscription.id().toString())
                    .put("name", subscription.name());
            return event;
        }
    }
}
