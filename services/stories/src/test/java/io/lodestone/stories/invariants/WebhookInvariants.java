package io.lodestone.stories.invariants;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.lodestone.stories.invariants.Evidence.Committed;
import io.lodestone.stories.invariants.Evidence.Delivery;
import io.lodestone.stories.invariants.Evidence.Delivery.Status;
import io.lodestone.stories.invariants.Evidence.Letter;
import io.lodestone.stories.invariants.Evidence.Subscription;
import io.lodestone.stories.invariants.Evidence.Webhooks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** I10: what holds between facts, subscriptions and receivers. */
public final class WebhookInvariants {

    private WebhookInvariants() {}

    private record Match(String subscription, String event) {}

    /** The facts of operations, and the conclusions drawn from them: all were told while the subscriptions were there. */
    public static List<Committed> ofOperations(List<Committed> committed, List<Operation> operations) {
        var traces = operations.stream().map(Operation::trace).collect(toSet());
        return committed.stream().filter(fact -> traces.contains(fact.trace())).toList();
    }

    /** I10: each fact that a subscription wants is delivered, signed, or dead with a reason; nothing else is. */
    public static List<Violation> everyMatchIsDeliveredOrDead(Webhooks webhooks, List<Committed> facts) {
        var violations = new ArrayList<Violation>();
        var deliveries = new HashMap<Match, Delivery>();
        webhooks.deliveries()
                .forEach(delivery -> deliveries.put(new Match(delivery.subscription(), delivery.event()), delivery));
        for (var subscription : webhooks.subscriptions()) {
            for (var fact : facts) {
                var delivery = deliveries.get(new Match(subscription.id(), fact.id()));
                if (wants(subscription, fact) != (delivery != null)) {
                    violations.add(new Violation(
                            "I10",
                            "subscription " + subscription.id() + " has " + (delivery == null ? "no" : "a")
                                    + " delivery of " + fact.type() + " " + fact.id() + " about " + fact.subject()
                                    + " version " + fact.version()));
                }
            }
        }
        receiversSawThem(webhooks, violations);
        return violations;
    }

    private static boolean wants(Subscription subscription, Committed fact) {
        return fact.type().startsWith(subscription.types());
    }

    private static void receiversSawThem(Webhooks webhooks, List<Violation> violations) {
        var letters = webhooks.letters().stream().collect(groupingBy(Letter::delivery));
        for (var delivery : webhooks.deliveries()) {
            var seen = letters.getOrDefault(delivery.id(), List.of());
            ended(delivery, seen)
                    .forEach(what -> violations.add(new Violation(
                            "I10", "delivery " + delivery.id() + " of " + delivery.event() + " " + what)));
        }
        var known = webhooks.deliveries().stream().map(Delivery::id).collect(toSet());
        unknown(letters.keySet(), known)
                .forEach(
                        id -> violations.add(new Violation("I10", "a receiver got " + id + ", which is on no record")));
    }

    private static List<String> ended(Delivery delivery, List<Letter> seen) {
        var wrong = new ArrayList<String>();
        if (delivery.status() == Status.PENDING) {
            wrong.add("is still on its way");
        }
        if (delivery.status() == Status.DEAD && delivery.reason().isEmpty()) {
            wrong.add("is dead and nobody knows why");
        }
        if (delivery.status() == Status.DELIVERED && seen.isEmpty()) {
            wrong.add("is delivered and no receiver saw it");
        }
        if (seen.stream().anyMatch(letter -> !letter.signed())) {
            wrong.add("came with a signature that does not verify");
        }
        if (seen.stream().anyMatch(letter -> !letter.event().equals(delivery.event()))) {
            wrong.add("came with another fact");
        }
        return wrong;
    }

    private static List<String> unknown(Set<String> seen, Set<String> known) {
        return seen.stream().filter(id -> !known.contains(id)).toList();
    }
}
