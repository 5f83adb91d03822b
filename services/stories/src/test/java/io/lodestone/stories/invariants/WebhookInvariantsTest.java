package io.lodestone.stories.invariants;

import static io.lodestone.stories.invariants.Planted.DEAL;
import static io.lodestone.stories.invariants.Planted.assertCaught;
import static io.lodestone.stories.invariants.Planted.attempt;
import static io.lodestone.stories.invariants.Planted.committed;
import static io.lodestone.stories.invariants.Planted.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Evidence.Committed;
import io.lodestone.stories.invariants.Evidence.Delivery;
import io.lodestone.stories.invariants.Evidence.Delivery.Status;
import io.lodestone.stories.invariants.Evidence.Letter;
import io.lodestone.stories.invariants.Evidence.Subscription;
import io.lodestone.stories.invariants.Evidence.Webhooks;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookInvariantsTest {

    private static final Subscription SIGNED = new Subscription("s", "io.lodestone.deals.deal-signed.");
    private static final Committed FACT = committed(1, "trace");
    private static final Delivery DELIVERED = delivery("d", Status.DELIVERED, "");
    private static final Letter LETTER = new Letter("d", FACT.id(), true);

    @Test
    void deliveredAndSeenOrDeadWithAReasonIsAsItShouldBe() {
        assertThat(caught(List.of(DELIVERED), List.of(LETTER, LETTER))).isEmpty();
        assertThat(caught(List.of(delivery("d", Status.DEAD, "410")), List.of()))
                .isEmpty();
    }

    @Test
    void aFactWithoutADeliveryIsI10() {
        assertCaught(caught(List.of(), List.of()), "I10", "has no delivery of io.lodestone.deals.deal-signed.v1 id-1");
    }

    @Test
    void aFactThatTheSubscriptionDoesNotWantIsI10() {
        var other = new Committed(DEAL, 2, "id-2", "io.lodestone.deals.deal-closed.v1", "trace");
        var unwanted = new Delivery("e", "s", "id-2", Status.DELIVERED, "");
        var webhooks = new Webhooks(
                List.of(SIGNED), List.of(DELIVERED, unwanted), List.of(LETTER, new Letter("e", "id-2", true)));

        assertCaught(
                WebhookInvariants.everyMatchIsDeliveredOrDead(webhooks, List.of(FACT, other)),
                "I10",
                "has a delivery of io.lodestone.deals.deal-closed.v1");
    }

    @Test
    void aDeliveryThatNoReceiverSawIsI10() {
        assertCaught(caught(List.of(DELIVERED), List.of()), "I10", "no receiver saw it");
    }

    @Test
    void aDeliveryThatDoesNotEndIsI10() {
        assertCaught(caught(List.of(delivery("d", Status.PENDING, "")), List.of()), "I10", "still on its way");
    }

    @Test
    void aDeathWithoutAReasonIsI10() {
        assertCaught(caught(List.of(delivery("d", Status.DEAD, "")), List.of()), "I10", "nobody knows why");
    }

    @Test
    void aSignatureThatDoesNotVerifyIsI10() {
        assertCaught(
                caught(List.of(DELIVERED), List.of(LETTER, new Letter("d", FACT.id(), false))),
                "I10",
                "signature that does not verify");
    }

    @Test
    void aLetterWithAnotherFactIsI10() {
        assertCaught(
                caught(List.of(DELIVERED), List.of(new Letter("d", "id-9", true))), "I10", "came with another fact");
    }

    @Test
    void aLetterOfNoDeliveryIsI10() {
        assertCaught(
                caught(List.of(DELIVERED), List.of(LETTER, new Letter("x", FACT.id(), true))),
                "I10",
                "got x, which is on no record");
    }

    @Test
    void factsOfOthersAreNotExpected() {
        var facts = List.of(FACT, committed(2, "before the subscription"));

        assertThat(WebhookInvariants.ofOperations(facts, List.of(operation("trace", attempt(200, 1)))))
                .containsExactly(FACT);
    }

    private static List<Violation> caught(List<Delivery> deliveries, List<Letter> letters) {
        return WebhookInvariants.everyMatchIsDeliveredOrDead(
                new Webhooks(List.of(SIGNED), deliveries, letters), List.of(FACT));
    }

    private static Delivery delivery(String id, Status status, String reason) {
        return new Delivery(id, "s", FACT.id(), status, reason);
    }
}
