package io.lodestone.deals.hearing;

import static io.lodestone.contracts.ReleaseClass.PUBLIC;
import static io.lodestone.contracts.deals.OfftakeEvent.OFFTAKES;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.contracts.deals.DealEvent.ConditionReopened;
import io.lodestone.contracts.deals.DealEvent.ConditionSatisfied;
import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.deals.deal.Condition;
import io.lodestone.deals.deal.RememberedDeals;
import io.lodestone.deals.known.Remembered;
import io.lodestone.deals.offtake.OfftakeAct;
import io.lodestone.deals.offtake.RememberedOfftakes;
import io.lodestone.testing.FakeOutbox;
import io.lodestone.testing.FeedContract;
import io.lodestone.testing.FixedClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions follow the offtake agreements they name. */
class OfftakesFeedTest implements FeedContract<OfftakeEvent> {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID SIGNED = new UUID(0, 20);
    private static final UUID DISPUTED = new UUID(0, 21);

    private final List<OfftakeEvent> story = new ArrayList<>();
    private RememberedDeals deals = new RememberedDeals();
    private RememberedOfftakes offtakes = new RememberedOfftakes();
    private FakeOutbox outbox = new FakeOutbox();
    private SomeLoans loan = SomeLoans.in(deals, new UUID(0, 2), "G", PUBLIC);

    @BeforeEach
    @Override
    public void forget() {
        deals = new RememberedDeals();
        offtakes = new RememberedOfftakes();
        outbox = new FakeOutbox();
        loan = SomeLoans.in(deals, new UUID(0, 2), "G", PUBLIC, naming("a", SIGNED), naming("b", DISPUTED))
                .approved();
        story.clear();
        act(SIGNED, new OfftakeAct.Sign(null));
        act(
                DISPUTED,
                new OfftakeAct.Sign(null),
                new OfftakeAct.BringInForce(null),
                new OfftakeAct.Dispute("late", LocalDate.parse("2026-06-01"), null));
    }

    @Override
    public Topic<OfftakeEvent> topic() {
        return OFFTAKES;
    }

    @Override
    public Feed<OfftakeEvent> feed() {
        return new TestFeed<>(topic(), heard -> OfftakesFeed.follow(heard, conditions()));
    }

    @Override
    public List<OfftakeEvent> story() {
        return List.copyOf(story);
    }

    @Override
    public Object state() {
        return List.of(loan.deal().offer().conditions(), loan.deal().version());
    }

    @Test
    void aSignedAgreementSatisfiesADisputedOneDoesNot() {
        hear(story());
        var fact = outbox.only(ConditionSatisfied.class);
        assertThat(fact.key()).isEqualTo("a");
        assertThat(fact.evidence()).isEqualTo("offtake agreement O-1 is SIGNED");
        assertThat(outbox.noted().getFirst().provenance().actor()).isEqualTo("service:deals");
    }

    @Test
    void anAgreementThatIsGoneOpensTheConditionAgain() {
        hear(story());
        outbox.clear();
        var ended =
                offtakes.findByIdOptional(SIGNED).orElseThrow().perform(new OfftakeAct.Terminate("over", null), NOON);
        hear(List.of(ended));
        assertThat(outbox.only(ConditionReopened.class).key()).isEqualTo("a");
    }

    @Test
    void whatWasThereBeforeTheApprovalSatisfiesAtTheApproval() {
        conditions()
                .followApproval(
                        loan.deal().id(),
                        LocalDate.parse("2026-03-01"),
                        io.lodestone.testing.TopicSpeaker.envelope(OFFTAKES, story.getFirst()));
        assertThat(outbox.only(ConditionSatisfied.class).key()).isEqualTo("a");
    }

    private LinkedConditions conditions() {
        return new LinkedConditions(
                deals, offtakes, Remembered.permits(), outbox, FixedClock.at("2026-03-01T12:00:00Z"));
    }

    private void act(UUID id, OfftakeAct... acts) {
        var offtake = offtakes.negotiated(id, new UUID(0, 9));
        story.add(offtake.propose(LocalDate.parse("2025-01-01"), NOON));
        for (var act : acts) {
            story.add(offtake.perform(act, NOON));
        }
    }

    private static Condition naming(String key, UUID offtake) {
        return new Condition(key, Condition.Kind.OFFTAKE, "an offtake", offtake.toString(), null, null);
    }
}
