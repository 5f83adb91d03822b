package io.lodestone.query.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.query.exposure.LedgerPropertiesTest.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** A ledger that is added to, fact by fact, is the ledger that is made from all facts at once. */
class FollowingPropertiesTest {

    @Property(tries = 1_000)
    void whatIsAddedIsWhatAllFactsTogetherSay(@ForAll("toldInTurns") Tuple2<Story, List<Boolean>> told) {
        var ledger = new Follower();

        tell(told.get1(), told.get2(), ledger);

        assertThat(ledger.entries)
                .containsExactlyInAnyOrderElementsOf(
                        Attribution.entries(told.get1().deal(), told.get1().project()));
        assertThat(ledger.moves.moved()).isEqualTo(sums(ledger.entries));
    }

    @Property(tries = 300)
    void inTheOrderOfBothTimesNothingIsMadeAnew(@ForAll("toldInTurns") Tuple2<Story, List<Boolean>> told) {
        var story = ordered(told.get1());
        var ledger = new Follower();
        story.project().stream().limit(1).forEach(ledger::project);

        story.deal().forEach(ledger::deal);

        assertThat(ledger.madeAnew).isZero();
        assertThat(ledger.entries)
                .containsExactlyInAnyOrderElementsOf(Attribution.entries(
                        story.deal(), story.project().stream().limit(1).toList()));
    }

    @Provide
    Arbitrary<Tuple2<Story, List<Boolean>>> toldInTurns() {
        return LedgerPropertiesTest.stories()
                .flatMap(story -> Arbitraries.of(true, false).list().ofSize(24).map(turns -> Tuple.of(story, turns)));
    }

    private static void tell(Story story, List<Boolean> turns, Follower ledger) {
        int deals = 0;
        int projects = 0;
        for (var dealNext : turns) {
            if (dealNext && deals < story.deal().size()) {
                ledger.deal(story.deal().get(deals++));
            } else if (projects < story.project().size()) {
                ledger.project(story.project().get(projects++));
            }
        }
        story.deal().stream().skip(deals).forEach(ledger::deal);
        story.project().stream().skip(projects).forEach(ledger::project);
    }

    private static Story ordered(Story story) {
        var deal = new ArrayList<DealFact>();
        for (var fact : story.deal()) {
            int day = deal.size() + 10;
            deal.add(SomeFacts.deal(
                    day - 9,
                    "2025-03-" + day,
                    "2026-03-" + day + "T08:00:00Z",
                    fact.dimensions().status(),
                    fact.figures()));
        }
        return new Story(deal, story.project());
    }

    private static Map<PlacedCell, Line> sums(List<Entry> entries) {
        var moves = new CellMoves();
        moves.come(entries);
        return moves.moved();
    }

    /** What the service does, in memory. */
    private static final class Follower {

        private final List<DealFact> deal = new ArrayList<>();
        private final List<ProjectFact> project = new ArrayList<>();
        private final Map<UUID, Standing<ProjectFact>> places = new HashMap<>();
        private final CellMoves moves = new CellMoves();
        private Standing<DealFact> stands;
        private List<Entry> entries = new ArrayList<>();
        private int madeAnew;

        void deal(DealFact fact) {
            var added = Following.entries(stands, List.of(fact), places);
            deal.add(fact);
            stands = Standing.of(stands, fact);
            added.ifPresentOrElse(
                    some -> {
                        entries.addAll(some);
                        moves.come(some);
                    },
                    this::makeAnew);
        }

        void project(ProjectFact fact) {
            project.add(fact);
            places.compute(fact.fact().subject(), (_, before) -> Standing.of(before, fact));
            makeAnew();
        }

        private void makeAnew() {
            madeAnew += deal.isEmpty() ? 0 : 1;
            moves.go(entries);
            entries = new ArrayList<>(Attribution.entries(deal, project));
            moves.come(entries);
        }
    }
}
