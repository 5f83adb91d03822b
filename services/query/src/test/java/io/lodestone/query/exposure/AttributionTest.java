package io.lodestone.query.exposure;

import static io.lodestone.query.exposure.SomeFacts.deal;
import static io.lodestone.query.exposure.SomeFacts.drawn;
import static io.lodestone.query.exposure.SomeFacts.pipeline;
import static io.lodestone.query.exposure.SomeFacts.project;
import static io.lodestone.query.exposure.SomeFacts.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final ProjectFact MINE =
            project(1, "2025-01-01", "2025-01-01T08:00:00Z", "BR", weights("COPPER=60 GOLD=40"), weights("MINING=100"));

    @Test
    void aDealIsSplitByTheWeightsOfItsProject() {
        var offered = deal(1, "2025-03-01", "2025-03-01T08:00:00Z", "APPLIED", pipeline("100.00"));

        var entries = Attribution.entries(List.of(offered), List.of(MINE));

        assertThat(entries.stream().map(AttributionTest::inPipeline))
                .containsExactly(
                        tuple("deal-1", "2025-03-01", "COPPER", "APPLIED", "60", 1),
                        tuple("deal-1", "2025-03-01", "GOLD", "APPLIED", "40", 1));
    }

    @Test
    void aFactThatChangesOnlyFiguresIsADifferenceInItsCell() {
        var signed = deal(1, "2025-03-01", "2025-03-01T08:00:00Z", "EFFECTIVE", drawn("100", "0"));
        var disbursed = deal(2, "2025-04-01", "2025-04-01T08:00:00Z", "EFFECTIVE", drawn("70", "30"));

        var entries = Attribution.entries(List.of(signed, disbursed), List.of(copperOnly()));

        assertThat(entries).hasSize(2);
        assertThat(entries.getLast().amounts()).isEqualTo(drawn("-30", "30"));
        assertThat(entries.getLast().presence()).isZero();
    }

    @Test
    void anotherStatusMovesTheWholeDealToAnotherCell() {
        var applied = deal(1, "2025-03-01", "2025-03-01T08:00:00Z", "APPLIED", pipeline("100"));
        var diligence = deal(2, "2025-04-01", "2025-04-01T08:00:00Z", "DUE_DILIGENCE", pipeline("100"));

        var entries = Attribution.entries(List.of(applied, diligence), List.of(copperOnly()));

        assertThat(entries.stream().skip(1).map(AttributionTest::inPipeline))
                .containsExactly(
                        tuple("deal-2", "2025-04-01", "COPPER", "APPLIED", "-100", -1),
                        tuple("deal-2", "2025-04-01", "COPPER", "DUE_DILIGENCE", "100", 1));
    }

    @Test
    void aLaterVersionOfTheProjectMovesTheAmountsFromItsDayOn() {
        var offered = deal(1, "2025-03-01", "2025-03-01T08:00:00Z", "APPLIED", pipeline("100"));
        var revised = project(
                2, "2025-06-01", "2025-06-05T08:00:00Z", "BR", weights("COPPER=50 GOLD=50"), weights("MINING=100"));

        var entries = Attribution.entries(List.of(offered), List.of(MINE, revised));

        assertThat(entries.stream().skip(2).map(AttributionTest::inPipeline))
                .containsExactly(
                        tuple("project-2", "2025-06-01", "COPPER", "APPLIED", "-10", 0),
                        tuple("project-2", "2025-06-01", "GOLD", "APPLIED", "10", 0));
        assertThat(entries.getLast().recordedAt()).isEqualTo(revised.fact().recordedAt());
    }

    @Test
    void aDealBeforeItsProjectStandsAtUnknownUntilTheProjectIsKnown() {
        var offered = deal(1, "2025-03-01", "2025-03-01T08:00:00Z", "APPLIED", pipeline("100"));
        var later =
                project(1, "2025-05-01", "2025-05-01T08:00:00Z", "BR", weights("COPPER=100"), weights("MINING=100"));

        var entries = Attribution.entries(List.of(offered), List.of(later));

        assertThat(entries.stream().map(AttributionTest::inPipeline))
                .containsExactly(
                        tuple("deal-1", "2025-03-01", "UNKNOWN", "APPLIED", "100", 1),
                        tuple("project-1", "2025-03-01", "UNKNOWN", "APPLIED", "-100", -1),
                        tuple("project-1", "2025-03-01", "COPPER", "APPLIED", "100", 1));
    }

    @Test
    void aFactAboutAnEarlierDayLeavesWhatWasKnownBeforeItAlone() {
        var first = deal(1, "2025-03-01", "2025-03-01T08:00:00Z", "EFFECTIVE", drawn("100", "0"));
        var may = deal(2, "2025-05-10", "2025-05-10T08:00:00Z", "EFFECTIVE", drawn("60", "40"));
        var april = deal(3, "2025-04-10", "2025-05-20T08:00:00Z", "EFFECTIVE", drawn("50", "50"));

        var entries = Attribution.entries(List.of(first, may, april), List.of(copperOnly()));

        assertThat(entries)
                .extracting(entry -> entry.effectiveOn().toString(), Entry::amounts)
                .containsExactly(
                        tuple("2025-03-01", drawn("100", "0")),
                        tuple("2025-05-10", drawn("-40", "40")),
                        tuple("2025-04-10", drawn("-10", "10")));
    }

    @Test
    void theClassOfTheDealTodayDecidesOverItsPastToo() {
        var offered = deal(1, "2025-03-01", "2025-03-01T08:00:00Z", "APPLIED", pipeline("100"));
        var hidden = new DealFact(
                deal(2, "2025-04-01", "2025-04-01T08:00:00Z", "SIGNED", pipeline("0"))
                        .fact(),
                "DFC-1",
                "RESTRICTED",
                offered.dimensions(),
                pipeline("0"));

        var entries = Attribution.entries(List.of(offered, hidden), List.of(MINE));

        assertThat(entries).extracting(Entry::releaseClass).containsOnly("RESTRICTED");
    }

    @Test
    void codesAndCurrenciesThatNobodyKnowsAreKept() {
        var offered =
                SomeFacts.in("ZZZ", deal(1, "2025-03-01", "2025-03-01T08:00:00Z", "DREAMT_OF", pipeline("100.001")));

        var entries = Attribution.entries(List.of(offered), List.of(MINE));

        assertThat(entries).extracting(entry -> entry.cell().deal().status()).containsOnly("DREAMT_OF");
        assertThat(entries.stream()
                        .map(entry -> entry.amounts().of(Measure.PIPELINE))
                        .reduce(BigDecimal::add))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("100.001"));
    }

    @Test
    void noFactsNoEntries() {
        assertThat(Attribution.entries(List.of(), List.of(MINE))).isEmpty();
    }

    private static ProjectFact copperOnly() {
        return project(1, "2025-01-01", "2025-01-01T08:00:00Z", "BR", weights("COPPER=100"), weights("MINING=100"));
    }

    private static Tuple inPipeline(Entry entry) {
        return tuple(
                entry.type().substring("io.lodestone.".length()),
                entry.effectiveOn().toString(),
                entry.cell().mineral(),
                entry.cell().deal().status(),
                entry.amounts().of(Measure.PIPELINE).toPlainString(),
                entry.presence());
    }
}
