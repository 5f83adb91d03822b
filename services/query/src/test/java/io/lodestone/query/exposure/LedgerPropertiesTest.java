package io.lodestone.query.exposure;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Share;
import io.lodestone.contracts.projects.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every history, told day by day by a fold that knows nothing of entries. */
class LedgerPropertiesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final Instant FIRST_MOMENT = Instant.parse("2025-06-01T00:00:00Z");
    private static final List<String> STATUSES = List.of("APPLIED", "SIGNED", "EFFECTIVE");

    record Story(List<DealFact> deal, List<ProjectFact> project) {}

    @Property(tries = 500)
    void anyDayAsKnownAtAnyMomentIsTheFoldOfTheFactsKnownThen(
            @ForAll("stories") Story story, @ForAll("days") LocalDate asOf, @ForAll("moments") Instant knownAt) {
        var entries = Attribution.entries(story.deal(), story.project()).stream()
                .filter(entry -> !entry.effectiveOn().isAfter(asOf))
                .filter(entry -> !entry.recordedAt().isAfter(knownAt))
                .toList();

        assertThat(cells(entries)).isEqualTo(PlainFold.of(story.deal(), story.project(), asOf, knownAt));
    }

    @Property(tries = 300)
    void theSumOverAnyFullSplitIsTheUndividedFigure(@ForAll("stories") Story story, @ForAll("days") LocalDate asOf) {
        var entries = Attribution.entries(story.deal(), story.project()).stream()
                .filter(entry -> !entry.effectiveOn().isAfter(asOf))
                .toList();
        var undivided = PlainFold.undivided(story.deal(), asOf);

        Stream.<Function<Entry, Object>>of(
                        entry -> entry.cell().mineral(),
                        entry -> entry.cell().segment(),
                        entry -> entry.cell().country(),
                        entry -> entry.cell().deal().status(),
                        entry -> List.of(entry.cell().mineral(), entry.cell().segment()))
                .forEach(by -> {
                    var split = entries.stream().collect(groupingBy(by)).values().stream()
                            .map(LedgerPropertiesTest::sum)
                            .reduce(Measures.ZERO, Measures::plus);
                    assertThat(split).isEqualTo(undivided);
                });
    }

    @Property(tries = 300)
    void neitherOrderNorRepetitionMakesADifference(
            @ForAll("stories") Story story, @ForAll("shuffles") List<Integer> shuffle) {
        var entries = Attribution.entries(story.deal(), story.project());

        var again = Attribution.entries(shuffled(story.deal(), shuffle), shuffled(story.project(), shuffle));

        assertThat(again).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(entries).extracting(Entry::id).doesNotHaveDuplicates();
    }

    @Provide
    static Arbitrary<Story> stories() {
        var deal = dealSteps().list().ofMinSize(1).ofMaxSize(8).map(LedgerPropertiesTest::numbered);
        var project = projectSteps().list().ofMaxSize(4).map(LedgerPropertiesTest::numberedProject);
        return Combinators.combine(deal, project).as(Story::new);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-1, 31).map(FIRST_DAY::plusDays);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(-1, 61).map(FIRST_MOMENT::plusSeconds);
    }

    @Provide
    Arbitrary<List<Integer>> shuffles() {
        return Arbitraries.integers().between(0, 1000).list().ofSize(24);
    }

    private record DealStep(int day, int second, String status, long pipelineCents, long outstandingCents) {}

    private record ProjectStep(int day, int second, String country, List<Integer> minerals, List<Integer> segments) {}

    private static Arbitrary<DealStep> dealSteps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(STATUSES),
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.longs().between(0, 100_000_000_001L))
                .as(DealStep::new);
    }

    private static Arbitrary<ProjectStep> projectSteps() {
        var weights = Arbitraries.integers().between(0, 100).list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of("BR", "PK"),
                        weights,
                        weights)
                .as(ProjectStep::new);
    }

    private static List<DealFact> numbered(List<DealStep> steps) {
        var facts = new ArrayList<DealFact>();
        for (var step : steps) {
            int version = facts.size() + 1;
            facts.add(SomeFacts.deal(
                    version,
                    FIRST_DAY.plusDays(step.day()).toString(),
                    FIRST_MOMENT.plusSeconds(step.second()).toString(),
                    step.status(),
                    Measures.of(Map.of(
                            Measure.PIPELINE, BigDecimal.valueOf(step.pipelineCents(), 2),
                            Measure.OUTSTANDING, BigDecimal.valueOf(step.outstandingCents(), 2)))));
        }
        return facts;
    }

    private static List<ProjectFact> numberedProject(List<ProjectStep> steps) {
        var facts = new ArrayList<ProjectFact>();
        for (var step : steps) {
            int version = facts.size() + 1;
            facts.add(SomeFacts.project(
                    version,
                    FIRST_DAY.plusDays(step.day()).toString(),
                    FIRST_MOMENT.plusSeconds(step.second()).toString(),
                    step.country(),
                    coded("MINERAL_", step.minerals()),
                    coded("SEGMENT_", step.segments())));
        }
        return facts;
    }

    private static List<Weight> coded(String prefix, List<Integer> weights) {
        var coded = new ArrayList<Weight>();
        weights.forEach(weight -> coded.add(new Weight(prefix + coded.size(), Share.of(weight.toString()))));
        return coded;
    }

    private static Map<Cell, Line> cells(List<Entry> entries) {
        var cells = new HashMap<Cell, Line>();
        entries.stream().collect(groupingBy(Entry::cell)).forEach((cell, inCell) -> {
            var line = new Line(
                    sum(inCell), inCell.stream().mapToInt(Entry::presence).sum());
            if (!line.isNothing()) {
                cells.put(cell, line);
            }
        });
        return cells;
    }

    private static Measures sum(List<Entry> entries) {
        return entries.stream().map(Entry::amounts).reduce(Measures.ZERO, Measures::plus);
    }

    /** Every fact at least once, some twice, in the order the numbers say. */
    private static <F> List<F> shuffled(List<F> facts, List<Integer> order) {
        var mixed = new ArrayList<F>();
        for (int i = 0; i < facts.size(); i++) {
            mixed.add(order.get(i) % (mixed.size() + 1), facts.get(i));
            if (order.get(i) % 3 == 0) {
                mixed.add(order.get(i + 8) % (mixed.size() + 1), facts.get(i));
            }
        }
        return mixed;
    }
}
