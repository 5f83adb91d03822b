package io.lodestone.query.known.ledger;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.query.exposure.Attribution;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.known.ledger.PlainAnswers.Plain;
import io.lodestone.query.reconciling.HeldBooks;
import io.lodestone.query.reconciling.HeldDays;
import io.lodestone.query.view.Answers;
import io.lodestone.query.view.Sum;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A long random history against the tables: duplicates, keys in any order, weights that change in the middle. Beside it
 * stands a fold that knows nothing of entries.
 */
@QuarkusTest
@WithBackbone(service = "query")
class LedgerIT {

    private static final int FACTS = 10_000;
    private static final int BATCH = 500;
    private static final int PAIRS = 200;
    private static final List<String> CUT = List.of("agency", "mineral", "segment", "country", "status");
    private static final int QUESTIONS = 100;
    private static final int QUESTIONS_OF_THE_PAST = 25;

    @Inject
    Ledger ledger;

    @Inject
    DataSource database;

    @Inject
    Books books;

    @Inject
    Answers answers;

    @Inject
    Clock clock;

    @Test
    void everyCellIsTheFoldOfAllFactsAndAnswersAsTheLedgerDoes() throws SQLException {
        var history = new RandomHistory(new Random(20_251), FACTS);

        for (int from = 0; from < FACTS; from += BATCH) {
            var deals = history.deals().subList(from, Math.min(FACTS, from + BATCH));
            inTransaction(() -> ledger.takeInDeals(deals));
            if (from % (4 * BATCH) == 0) {
                inTransaction(() -> ledger.takeInDeals(deals.subList(0, 50))); // sent again
            }
            history.projectsWith(from, from + BATCH)
                    .forEach(project -> inTransaction(() -> ledger.takeInProjects(List.of(project))));
            if (from % (8 * BATCH) == 0) {
                MadeDays.make();
                pastAnswersAsTheLedgerDoes(from);
            }
        }

        assertThat(entriesOf(history.dealIds())).isEqualTo(entryIds(history));
        assertThat(cellsThatAreNotTheSumOfTheirEntries()).isZero();
        anyPairAnswersAsThePlainFold(history, PAIRS);
        everyCellIsExplainedWithoutARest();
        cellsAnswerAsTheLedgerDoes();
        pastAnswersAsTheLedgerDoes(FACTS); // most days were forgotten since they were made
        MadeDays.make();
        assertThat(keptThrough()).isEqualTo(yesterday());
        pastAnswersAsTheLedgerDoes(FACTS);
        anyPairAnswersAsThePlainFold(history, QUESTIONS_OF_THE_PAST);
        anEntryOfAnotherTimeIsFound();
        aDayIsForgottenWhenAHandChangesIt();
        aWrongDayIsFound();
        forget(history);
        assertThat(cellsThatAreNotTheSumOfTheirEntries()).isZero();
    }

    /** Each cell, each rung, each currency and how many deals, on any day as known at any moment. */
    private void anyPairAnswersAsThePlainFold(RandomHistory history, int pairs) throws SQLException {
        var plain = new PlainAnswers(history);
        var random = new Random(31);
        var questions = new RandomQuestions(random);
        try (var connection = database.getConnection()) {
            for (int pair = 0; pair < pairs; pair++) {
                var day = RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.dayOf(FACTS) + 30) - 5L);
                var anyCut = questions.next(day);
                var question = pair % 4 == 0 ? anyCut : anyCut.asKnownAt(history.someMoment(random));
                var sight = questions.sight();
                var answer = Plain.of(answers.of(connection, question, sight), question);
                assertThat(answer).as("%s as seen by %s", question, sight).isEqualTo(plain.of(question, sight));
                assertThat(answer.cells().values().stream().map(Sum::measures).reduce(Measures.ZERO, Measures::plus))
                        .as("the parts of %s", question)
                        .isEqualTo(answer.totals()
                                .getOrDefault(question.currency(), Sum.nothing(Map.of(), question.currency()))
                                .measures());
            }
        }
    }

    private static void everyCellIsExplainedWithoutARest() {
        for (var when : List.of("&currency=USD", "&currency=JPY&asOf=2024-03-01")) {
            var cells = cells("&by=" + String.join(",", CUT) + when);
            assertThat(cells).hasSizeGreaterThan(10);
            for (var cell : cells) {
                var place = CUT.stream()
                        .map(dimension -> "&" + dimension + "=" + cell.get(dimension))
                        .collect(joining());
                for (var measure : Measure.values()) {
                    var explained = ask("/explain", "&limit=1&measure=" + measure.field() + place + when);
                    assertThat((String) explained.path("figure")).as(place).isEqualTo(cell.get(measure.field()));
                    assertThat(new BigDecimal((String) explained.path("residual")))
                            .as(place)
                            .isZero();
                }
            }
        }
    }

    private static List<Map<String, Object>> cells(String query) {
        return ask("", query).path("cells");
    }

    private static Response ask(String path, String query) {
        return Tokens.of("analyst")
                .request()
                .get("/v1/exposure" + path + "?instrument=" + RandomHistory.INSTRUMENT + query);
    }

    /** A question about what is known now is answered from the ledger, one about all that is known from the cells. */
    private void cellsAnswerAsTheLedgerDoes() throws SQLException {
        var questions = new RandomQuestions(new Random(7));
        var now = clock.instant();
        try (var connection = database.getConnection()) {
            for (int i = 0; i < QUESTIONS; i++) {
                var question = questions.next(LocalDate.ofInstant(now, UTC));
                var sight = questions.sight();
                var fromLedger = answers.of(connection, question.asKnownAt(now), sight);
                assertThat(answers.of(connection, question, sight))
                        .as("%s as seen by %s", question, sight)
                        .isEqualTo(fromLedger);
                assertThat(answers.of(connection, question, sight))
                        .as("the same, asked again")
                        .isEqualTo(fromLedger);
            }
        }
    }

    /** As far as they are kept, one about all that is known is answered from days in the past. */
    private void pastAnswersAsTheLedgerDoes(int facts) throws SQLException {
        var random = new Random(facts);
        var questions = new RandomQuestions(random);
        var now = clock.instant();
        try (var connection = database.getConnection()) {
            for (int i = 0; i < QUESTIONS_OF_THE_PAST; i++) {
                var day = RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.dayOf(facts) + 30));
                var question = questions.next(day);
                var sight = questions.sight();
                assertThat(answers.of(connection, question, sight))
                        .as("%s as seen by %s", question, sight)
                        .isEqualTo(answers.of(connection, question.asKnownAt(now), sight));
            }
        }
    }

    private void aDayIsForgottenWhenAHandChangesIt() throws SQLException {
        var day = RandomHistory.FIRST_DAY.plusDays(200);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update exposure_entry_of_generation set type = type where effective_on = ?")) {
            update.setObject(1, day);
            assertThat(update.executeUpdate()).isPositive();
        }
        assertThat(keptThrough()).isEqualTo(day.minusDays(1));
    }

    private void aWrongDayIsFound() throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update exposure_day_of_generation set presence = presence + 1"
                        + " where whole and day = (select min(day) from exposure_day where whole)")) {
            assertThat(HeldDays.wrong(connection)).isZero();
            assertThat(update.executeUpdate()).isPositive();
            assertThat(HeldDays.wrong(connection)).isPositive();
        }
    }

    /** Beside many that count from another day than their fact, and rightly so. */
    private void anEntryOfAnotherTimeIsFound() throws SQLException {
        var anyEntry = "(select id from exposure_entry where outstanding <> 0 order by md5(id::text || '%d') limit 1)";
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(HeldBooks.breaks(connection)).isEmpty();
            for (int i = 0; i < 8; i++) {
                var time = i % 4 == 0
                        ? "recorded_at = recorded_at + interval '1 second'"
                        : "effective_on = effective_on + 3";
                try (var update = connection.prepareStatement("update exposure_entry_of_generation set " + time
                                + " where id = " + anyEntry.formatted(i) + " returning id");
                        var changed = update.executeQuery()) {
                    changed.next();
                    assertThat(HeldBooks.wrongTimes(connection))
                            .as(time)
                            .containsExactly("entry " + changed.getString(1));
                }
                connection.rollback();
            }
        }
    }

    private LocalDate keptThrough() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select through from exposure_days_kept natural join live_generation");
                var row = select.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    private LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), UTC).minusDays(1);
    }

    /** These facts are on no topic; other tests rebuild from the topics. */
    private void forget(RandomHistory history) {
        inTransaction(() -> {
            try (var connection = database.getConnection();
                    var delete =
                            connection.prepareStatement("delete from deal_fact_of_generation where deal_id = any(?)");
                    var live = connection.prepareStatement("select generation from live_generation");
                    var row = live.executeQuery()) {
                row.next();
                delete.setArray(
                        1, connection.createArrayOf("uuid", history.dealIds().toArray()));
                delete.executeUpdate();
                books.move(connection, new Generation(row.getInt(1)), List.of(), history.dealIds());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Set<UUID> entryIds(RandomHistory history) {
        var ids = new HashSet<UUID>();
        history.byDeal().values().stream()
                .flatMap(facts -> Attribution.entries(facts, history.projects()).stream())
                .map(Entry::id)
                .forEach(ids::add);
        return ids;
    }

    private Set<UUID> entriesOf(Set<UUID> deals) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select id from exposure_entry where deal_id = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            var ids = new HashSet<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    private int cellsThatAreNotTheSumOfTheirEntries() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        with told as (
                            select release_class, agency, instrument, program, mineral, segment, country, obligor,
                                   obligor_lei, package_id, project_id, status, currency, sum(pipeline) as pipeline,
                                   sum(authorized_unsigned) as authorized_unsigned, sum(undrawn) as undrawn,
                                   sum(outstanding) as outstanding, sum(contingent) as contingent, sum(paid) as paid,
                                   sum(written_off) as written_off, sum(presence) as presence
                            from exposure_entry group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
                        kept as (
                            select release_class, agency, instrument, program, mineral, segment, country, obligor,
                                   obligor_lei, package_id, project_id, status, currency, pipeline, authorized_unsigned,
                                   undrawn, outstanding, contingent, paid, written_off, presence
                            from exposure_cell)
                        select count(*) from ((table told except table kept) union all (table kept except table told)) d
                        where (d.pipeline, d.authorized_unsigned, d.undrawn, d.outstanding, d.contingent, d.paid,
                               d.written_off, d.presence) <> (0, 0, 0, 0, 0, 0, 0, 0)
                        """);
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
