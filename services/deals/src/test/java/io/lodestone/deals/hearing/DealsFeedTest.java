package io.lodestone.deals.hearing;

import static io.lodestone.contracts.ReleaseClass.PUBLIC;
import static io.lodestone.contracts.ReleaseClass.RESTRICTED;
import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.CrossDefaultCleared;
import io.lodestone.contracts.deals.DealEvent.CrossDefaultFlagged;
import io.lodestone.contracts.deals.DealsFact;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.RememberedDeals;
import io.lodestone.deals.known.Remembered;
import io.lodestone.deals.offtake.RememberedOfftakes;
import io.lodestone.testing.FakeOutbox;
import io.lodestone.testing.FeedContract;
import io.lodestone.testing.FixedClock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A default is told on the other deals of its debtor. */
class DealsFeedTest implements FeedContract<DealsFact> {

    private RememberedDeals deals = new RememberedDeals();
    private FakeOutbox outbox = new FakeOutbox();
    private SomeLoans defaulted = SomeLoans.in(deals, new UUID(0, 2), "G", PUBLIC);
    private SomeLoans sister = SomeLoans.in(deals, new UUID(0, 3), "G", PUBLIC);
    private SomeLoans stranger = SomeLoans.in(deals, new UUID(0, 4), "H", PUBLIC);

    @BeforeEach
    @Override
    public void forget() {
        deals = new RememberedDeals();
        outbox = new FakeOutbox();
        defaulted = SomeLoans.in(deals, new UUID(0, 2), "G", PUBLIC).inDefault();
        sister = SomeLoans.in(deals, new UUID(0, 3), "G", PUBLIC).approved();
        stranger = SomeLoans.in(deals, new UUID(0, 4), "H", PUBLIC);
    }

    @Override
    public Topic<DealsFact> topic() {
        return DEALS;
    }

    @Override
    public Feed<DealsFact> feed() {
        var clock = FixedClock.at("2026-03-01T12:00:00Z");
        var conditions = new LinkedConditions(deals, new RememberedOfftakes(), Remembered.permits(), outbox, clock);
        return new TestFeed<>(
                topic(),
                heard -> DealsFeed.follow(
                        Heard.only(DealEvent.class, heard), new CrossDefaults(deals, outbox, clock), conditions));
    }

    @Override
    public List<DealsFact> story() {
        var story = new ArrayList<DealsFact>(sister.facts());
        story.addAll(defaulted.facts());
        story.addAll(stranger.facts());
        return story;
    }

    @Override
    public Object state() {
        return List.of(
                sister.deal().crossDefaults(),
                sister.deal().version(),
                defaulted.deal().crossDefaults(),
                stranger.deal().crossDefaults());
    }

    @Test
    void theDealsOfOneGroupAreFlaggedAndNothingElseChanges() {
        var status = sister.deal().status();
        var figures = sister.deal().figures();
        hear(story());
        var fact = outbox.only(CrossDefaultFlagged.class);
        assertThat(fact.subject()).isEqualTo(sister.deal().id());
        assertThat(fact.causedBy()).isEqualTo(defaulted.deal().id());
        assertThat(fact.reason()).isEqualTo("DFC D-2 is in default");
        assertThat(outbox.noted().getFirst().provenance().actor()).isEqualTo("service:deals");
        assertThat(sister.deal().status()).isEqualTo(status);
        assertThat(sister.deal().figures()).isEqualTo(figures);
    }

    @Test
    void aCureOrAWaiverClearsTheFlag() {
        hear(story());
        var before = defaulted.facts().size();
        defaulted.does(new Act.CureDefault("paid", null));
        outbox.clear();
        hear(defaulted.facts().subList(before, before + 1));
        assertThat(outbox.only(CrossDefaultCleared.class).causedBy())
                .isEqualTo(defaulted.deal().id());
        assertThat(sister.deal().crossDefaults()).isEmpty();
    }

    @Test
    void aNewDealMeetsTheDefaultsThatAreThere() {
        hear(story());
        outbox.clear();
        var later = SomeLoans.in(deals, new UUID(0, 5), "G", PUBLIC);
        hear(later.facts());
        assertThat(outbox.only(CrossDefaultFlagged.class).subject())
                .isEqualTo(later.deal().id());
    }

    @Test
    void aRestrictedDealIsNotBetrayedByItsDefault() {
        var secret = SomeLoans.in(deals, new UUID(0, 6), "H", RESTRICTED).inDefault();
        hear(secret.facts());
        assertThat(outbox.facts()).isEmpty();
        var alsoSecret = SomeLoans.in(deals, new UUID(0, 7), "H", RESTRICTED);
        hear(alsoSecret.facts());
        assertThat(outbox.only(CrossDefaultFlagged.class).subject())
                .isEqualTo(alsoSecret.deal().id());
    }
}
