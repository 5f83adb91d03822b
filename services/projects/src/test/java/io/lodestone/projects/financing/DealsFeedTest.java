package io.lodestone.projects.financing;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealsFact;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.projects.ProjectEvent.FundingPositionChanged;
import io.lodestone.projects.known.RememberedDealLines;
import io.lodestone.projects.project.RememberedProjects;
import io.lodestone.projects.project.SomeSheets;
import io.lodestone.projects.project.Support;
import io.lodestone.testing.FakeOutbox;
import io.lodestone.testing.FeedContract;
import io.lodestone.testing.FixedClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DealsFeedTest implements FeedContract<DealsFact> {

    private static final UUID MINE = UUID.fromString("0190a8e0-0000-7000-8000-000000000001");
    private static final UUID UNKNOWN = UUID.fromString("0190a8e0-0000-7000-8000-000000000002");

    private final SomeDeals loan = SomeDeals.of(MINE, "EXIM", "600000.00");
    private final SomeDeals equity = SomeDeals.of(MINE, "PRIVATE", "500000.00");
    private final SomeDeals elsewhere = SomeDeals.of(UNKNOWN, "DFC", "1.00");

    private RememberedProjects projects = new RememberedProjects();
    private RememberedDealLines deals = new RememberedDealLines();
    private FakeOutbox outbox = new FakeOutbox();
    private FundingPositions positions = positions();

    /** What would be remembered, apart from when. */
    record State(List<Support> mine, List<Support> unknown, Object told) {}

    @Override
    public Topic<DealsFact> topic() {
        return DEALS;
    }

    @Override
    public Feed<DealsFact> feed() {
        return new Feed<>() {
            @Override
            public Topic<DealsFact> topic() {
                return DEALS;
            }

            @Override
            public void on(List<Heard<DealsFact>> heard) {
                positions.follow(Heard.only(DealEvent.class, heard));
            }
        };
    }

    @Override
    public List<DealsFact> story() {
        return List.of(
                loan.proposed(),
                equity.proposed(),
                loan.approved(),
                elsewhere.proposed(),
                equity.approved(),
                loan.signed(),
                equity.signed());
    }

    @Override
    public Object state() {
        var mine = deals.supportOf(MINE);
        return new State(
                mine.stream().sorted((a, b) -> a.agency().compareTo(b.agency())).toList(),
                deals.supportOf(UNKNOWN),
                projects.get(MINE).position());
    }

    @Override
    public void forget() {
        projects = new RememberedProjects();
        deals = new RememberedDealLines();
        outbox = new FakeOutbox();
        positions = positions();
    }

    private FundingPositions positions() {
        projects.known(MINE, SomeSheets.mine());
        return new FundingPositions(projects, deals, outbox, FixedClock.at("2026-03-01T12:00:00Z"));
    }

    @Test
    void eachNewsIsToldWithWhoCausedIt() {
        story().forEach(fact -> hear(List.of(fact)));

        assertThat(outbox.facts()).hasSize(6).allMatch(FundingPositionChanged.class::isInstance);
        assertThat(outbox.noted())
                .extracting(noted -> noted.provenance().actor())
                .containsOnly("service:test");
        var last = (FundingPositionChanged) outbox.facts().getLast();
        var position = last.positions().getFirst();
        assertThat(position.signed()).isEqualTo(Money.of("1100000.00", "USD"));
        assertThat(position.gap()).isEqualTo(Money.zero("USD"));
        assertThat(position.overSubscribed()).isTrue();
    }

    @Test
    void aBatchTellsAProjectsNewsOnce() {
        hear(story());

        assertThat(outbox.facts()).singleElement().isInstanceOfSatisfying(FundingPositionChanged.class, told -> {
            assertThat(told.positions().getFirst().signed()).isEqualTo(Money.of("1100000.00", "USD"));
            assertThat(told.effectiveOn()).isEqualTo(equity.signed().effectiveOn());
        });
    }

    @Test
    void aDealOfAProjectThatIsNotKnownIsKept() {
        hear(List.of(elsewhere.proposed()));

        assertThat(outbox.facts()).isEmpty();
        assertThat(deals.supportOf(UNKNOWN)).hasSize(1);
    }

    @Test
    void currenciesAreNeverConverted() {
        var zero = Money.zero("EUR");
        var euros = new Support("KFW", "PUBLIC", Money.of("5.00", "EUR"), zero, zero);
        var dollars = new Support("EXIM", "PUBLIC", Money.zero("USD"), Money.zero("USD"), Money.of("1.00", "USD"));

        var currencies = SourcesAndUses.currencies(List.of(euros, dollars), Money.of("3.00", "USD"));

        assertThat(currencies).extracting(FundingView.InCurrency::currency).containsExactly("EUR", "USD");
        assertThat(currencies.getFirst().gap()).isNull();
        assertThat(currencies.getLast().gap()).isEqualTo(Money.of("2.00", "USD"));
    }
}
