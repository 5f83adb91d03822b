package io.lodestone.query.reconciling;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.contracts.exposure.ExposureEvent.EXPOSURE;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lodestone.query.asking.Story;
import io.lodestone.query.known.ledger.MadeDays;
import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.TopicSpeaker;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is damaged by hand is named, told once, and told again when it is mended. */
@QuarkusTest
@WithBackbone(service = "query")
class ReconciliationIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final List<String> PLACE = List.of("EXIM", "DIRECT_LOAN", "USD");

    @Inject
    DataSource database;

    private final Story story = new Story();
    private Story.Deal deal;

    @BeforeEach
    void aDealInTwoCells() {
        story.project("2024-01-01", "2024-01-01T08:00:00Z", "PK", "COPPER=60 GOLD=40", "MINING=100");
        deal = story.deal("EXIM").approved("2025-08-15", "2025-08-15T14:03:11.482Z", "100.01");
        heard();
    }

    @Test
    void totalsAreEqualToTheCentAndWhatComesAfterTheCutDoesNotCount() throws SQLException {
        var books = Bookkeeper.of(database);
        int ours = Bookkeeper.partition(deal.id);
        int last = (ours + 1) % Bookkeeper.PARTS;
        books.tellBut(last);
        deal.approved("2025-09-01", "2025-09-01T08:00:00Z", "90.01")
                .effective("2025-10-01", "2025-10-01T08:00:00Z", "60.01", "30");
        heard();
        books.tell(last);

        var run = comparedWith(books);

        assertThat(run.get("status")).as(String.valueOf(breaks())).isEqualTo("EQUAL");
        assertThat((int) run.get("deals")).isPositive();
    }

    @Test
    void aDamagedCellIsNamedAndToldUntilItIsMended() throws SQLException {
        change("exposure_cell", "authorized_unsigned = authorized_unsigned + 1", "mineral = 'GOLD'");

        reconciled("DIFFERENT");

        var found = ours();
        assertThat(found).hasSize(1);
        assertThat(place(found.getFirst())).containsEntry("kind", "CELL").containsEntry("mineral", "GOLD");
        assertThat(differences(found.getFirst()))
                .containsExactly(Map.of("measure", "authorizedUnsigned", "expected", "40.00", "found", "41.00"));
        var id = UUID.fromString(found.getFirst().get("id").toString());
        var told = TopicReader.of(EXPOSURE).await(id, 1);
        assertThat(told.fact()).isEqualTo("exposure-break-detected");
        assertThat(told.data().path("mineral").asText()).isEqualTo("GOLD");
        assertThat(ready()).contains("\"breaks\": 1");

        change("exposure_cell", "authorized_unsigned = authorized_unsigned - 1", "mineral = 'GOLD'");
        reconciled("EQUAL");

        assertThat(ours()).isEmpty();
        TopicReader.of(EXPOSURE).await(id, 2);
        assertThat(TopicReader.of(EXPOSURE).of(id))
                .extracting(CloudEvent::fact)
                .containsExactly("exposure-break-detected", "exposure-break-resolved");
    }

    @Test
    void aDamagedEntryNamesItsDealAndItsCellAndARebuildMendsIt() throws SQLException {
        changeEntry("authorized_unsigned = authorized_unsigned + 5", "mineral = 'COPPER'");

        reconciled("DIFFERENT");

        assertThat(ours()).extracting(one -> one.get("kind")).containsExactlyInAnyOrder("CELL", "DEAL");
        assertThat(ours())
                .filteredOn(one -> one.get("kind").equals("CELL"))
                .allSatisfy(one -> assertThat(place(one)).containsEntry("mineral", "COPPER"))
                .allSatisfy(one -> assertThat(differences(one))
                        .containsExactly(
                                Map.of("measure", "authorizedUnsigned", "expected", "65.01", "found", "60.01")));
        assertThat(ours())
                .filteredOn(one -> one.get("kind").equals("DEAL"))
                .allSatisfy(one -> assertThat(place(one)).containsEntry("dealId", deal.id.toString()))
                .allSatisfy(one -> assertThat(differences(one))
                        .containsExactly(
                                Map.of("measure", "authorizedUnsigned", "expected", "100.01", "found", "105.01")));
        rebuilt();
        reconciled("EQUAL");
        assertThat(ours()).isEmpty();
    }

    @Test
    void aDamagedPlaceNamesBothCellsAndARebuildMendsIt() throws SQLException {
        change("exposure_place", "mineral = 'SILVER'", "mineral = 'GOLD'");

        reconciled("DIFFERENT");

        assertThat(ours()).allSatisfy(one -> assertThat(one.get("kind")).isEqualTo("CELL"));
        assertThat(ours()).extracting(one -> place(one).get("mineral")).containsExactlyInAnyOrder("GOLD", "SILVER");
        rebuilt();
        reconciled("EQUAL");
        assertThat(ours()).isEmpty();
    }

    @Test
    void anEntryOfAnotherDayOrMomentIsNamedWithItsCellUntilItIsMended() throws SQLException {
        changeEntry("effective_on = effective_on + 1", "mineral = 'GOLD'");

        reconciled("DIFFERENT");

        assertThat(ours()).singleElement().satisfies(one -> {
            assertThat(one.get("kind")).isEqualTo("DEAL");
            assertThat(place(one)).containsEntry("dealId", deal.id.toString()).containsEntry("mineral", "GOLD");
            assertThat(differences(one))
                    .containsExactly(Map.of("measure", "authorizedUnsigned", "expected", "0.00", "found", "40.00"));
            assertThat(one.get("reason").toString()).contains("counts from 2025-08-16", "count from 2025-08-15");
        });
        changeEntry("effective_on = effective_on - 1", "mineral = 'GOLD'");
        reconciled("EQUAL");
        assertThat(ours()).isEmpty();

        changeEntry("recorded_at = recorded_at - interval '1 second'", "mineral = 'COPPER'");
        reconciled("DIFFERENT");
        assertThat(ours()).singleElement().satisfies(one -> assertThat(place(one))
                .containsEntry("mineral", "COPPER"));
        changeEntry("recorded_at = recorded_at + interval '1 second'", "mineral = 'COPPER'");
        reconciled("EQUAL");
    }

    @Test
    void aDamagedDayInThePastIsNamedUntilItIsMended() throws SQLException {
        MadeDays.make();
        changeDay("authorized_unsigned = authorized_unsigned + 1, presence = presence + 2");

        reconciled("DIFFERENT");

        assertThat(ofDays()).isNotEmpty().allSatisfy(one -> {
            assertThat(place(one)).containsEntry("agency", "EXIM").containsEntry("mineral", "GOLD");
            assertThat(one.get("reason").toString()).contains("2025-08-15");
            assertThat(differences(one))
                    .extracting(difference -> difference.get("measure"))
                    .containsExactly("authorizedUnsigned", "presence");
        });
        changeDay("authorized_unsigned = authorized_unsigned - 1, presence = presence - 2");
        reconciled("EQUAL");
        assertThat(ofDays()).isEmpty();
    }

    @Test
    void aFactThatIsHeldBackIsTheReasonAndItsDealIsNamed() throws SQLException {
        var books = Bookkeeper.of(database);
        broken(2);
        await().atMost(LONG)
                .until(() -> number("select count(*) from parked_fact where subject = '" + deal.id + "'") == 1);
        books.count(deal.id, PLACE, "facts", BigDecimal.ONE)
                .count(deal.id, PLACE, "authorizedUnsigned", new BigDecimal("-10.01"))
                .tellBut();

        var run = comparedWith(books);

        assertThat(run.get("status")).isEqualTo("DIFFERENT");
        var totals = breaks().stream()
                .filter(one -> one.get("kind").equals("TOTALS"))
                .toList();
        assertThat(totals).hasSize(1);
        assertThat(place(totals.getFirst()))
                .containsEntry("dealId", deal.id.toString())
                .containsEntry("agency", "EXIM");
        assertThat(differences(totals.getFirst())).hasSize(2);
        assertThat(totals.getFirst().get("reason").toString()).contains("version 2", "held back");
        assertThat(analyst().get("/v1/reconciliation").jsonPath().getList("breaks"))
                .isEmpty();

        giveUp();
        books = Bookkeeper.of(database);
        books.tellBut();
        comparedWith(books);
        assertThat(breaks()).isEmpty();
    }

    @Test
    void whoMayAskAndWhoMaySee() {
        assertThatProblem(analyst().post("/v1/reconciliation")).is(403, "forbidden");
        assertThatProblem(Tokens.of("partner").request().get("/v1/reconciliation"))
                .is(403, "forbidden");
        assertThatProblem(operator().get("/v1/reconciliation/" + UUID.randomUUID()))
                .is(404, "not-found");
        assertThatProblem(operator().post("/v1/reconciliation?dryRun=true")).is(400, "malformed");
    }

    private static RequestSpecification operator() {
        return Tokens.of("operator").subject("otto").request();
    }

    private static RequestSpecification analyst() {
        return Tokens.of("analyst").request();
    }

    private void heard() {
        assertThat(story.ask("").statusCode()).isEqualTo(200);
    }

    private static void reconciled(String status) {
        var begun = operator().post("/v1/reconciliation");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        var ended = await().atMost(LONG)
                .until(() -> operator().get("/v1/reconciliation/" + begun.path("id")), run -> !run.path("status")
                        .equals("RUNNING"));
        assertThat((String) ended.path("status"))
                .as(ended.asString() + operator().get("/v1/reconciliation").asString())
                .isEqualTo(status);
    }

    /** The run that was made when the totals had come. */
    private static Map<String, Object> comparedWith(Bookkeeper books) {
        return await().atMost(LONG)
                .until(
                        () ->
                                operator()
                                        .get("/v1/reconciliation")
                                        .jsonPath()
                                        .<Map<String, Object>>getList("runs")
                                        .stream()
                                        .filter(run -> Objects.equals(run.get("controlRun"), books.runId.toString()))
                                        .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static List<Map<String, Object>> breaks() {
        return operator().get("/v1/reconciliation").jsonPath().getList("breaks");
    }

    private static List<Map<String, Object>> ofDays() {
        return breaks().stream().filter(one -> one.get("kind").equals("DAY")).toList();
    }

    private List<Map<String, Object>> ours() {
        return breaks().stream()
                .filter(one -> Objects.equals(place(one).get("projectId"), story.project.toString())
                        || Objects.equals(place(one).get("dealId"), deal.id.toString()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> place(Map<String, Object> one) {
        return (Map<String, Object>) one.get("place");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> differences(Map<String, Object> one) {
        return (List<Map<String, String>>) one.get("differences");
    }

    private static String ready() {
        return operator().get("/q/health/ready").asString();
    }

    private void change(String table, String set, String where) throws SQLException {
        changeOne(table, set, "project_id = '" + story.project + "' and " + where);
    }

    private void changeEntry(String set, String where) throws SQLException {
        changeOne(
                "exposure_entry",
                set,
                "place_id in (select place_id from exposure_place where project_id = '" + story.project + "' and "
                        + where + ")");
    }

    private void changeOne(String table, String set, String where) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            int changed = update.executeUpdate("update " + table + "_"
                    + number("select generation from live_generation") + " set " + set + " where " + where);
            assertThat(changed).isEqualTo(1);
        }
    }

    private void changeDay(String set) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            int changed = update.executeUpdate("update exposure_day_of_generation set " + set
                    + " where generation = (select generation from live_generation) and day = '2025-08-15'"
                    + " and mineral = 'GOLD' and agency = 'EXIM' and authorized_unsigned > 0 and not whole");
            assertThat(changed).isEqualTo(1);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void rebuilt() {
        String id = operator().post("/v1/read-models/rebuilds").path("id");
        Response rebuild = await().atMost(LONG)
                .until(() -> operator().get("/v1/read-models/rebuilds/" + id), one -> !one.path("status")
                        .equals("RUNNING"));
        assertThat((String) rebuild.path("status")).as(rebuild.asString()).isEqualTo("DIFFERENT");
        operator()
                .contentType("application/json")
                .body("{\"reason\": \"mended\"}")
                .post("/v1/read-models/rebuilds/" + id + "/acceptance")
                .then()
                .statusCode(200);
    }

    /** A fact of the deal that nobody can read. */
    private void broken(long version) {
        TopicSpeaker.say(
                DEALS.name(),
                deal.id.toString(),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", DEALS.source(),
                        "ce_type", "io.lodestone.deals.deal-amended.v1",
                        "ce_subject", deal.id.toString(),
                        "ce_time", "2026-03-01T12:00:00Z",
                        "ce_version", Long.toString(version),
                        "ce_actor", "service:test",
                        "content-type", "application/json"),
                "no json {".getBytes(UTF_8));
    }

    private void giveUp() throws SQLException {
        long id = number("select id from parked_fact where subject = '" + deal.id + "'");
        operator()
                .contentType("application/json")
                .body("{\"reason\": \"test\"}")
                .post("/v1/parked/" + id + "/skip")
                .then()
                .statusCode(200);
    }
}
