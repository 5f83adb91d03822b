package io.lodestone.query.rebuilding;

import static io.lodestone.contracts.exposure.ExposureEvent.EXPOSURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lodestone.query.asking.Story;
import io.lodestone.query.known.ledger.DyingGenerations;
import io.lodestone.query.known.ledger.ForgetfulGenerations;
import io.lodestone.query.known.ledger.MadeDays;
import io.lodestone.query.known.ledger.NewGenerations;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackbone(service = "query")
class RebuildsResourceIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    DataSource database;

    @Inject
    Sessions sessions;

    @Inject
    Rebuilding rebuilding;

    private final Story story = new Story();
    private Story.Deal deal;

    @BeforeEach
    void aDealInTwoCells() {
        story.project("2024-01-01", "2024-01-01T08:00:00Z", "PK", "COPPER=60 GOLD=40", "MINING=100");
        deal = story.deal("EXIM").approved("2025-08-15", "2025-08-15T14:03:11.482Z", "100.01");
        story.project("2025-09-01", "2025-09-02T08:00:00Z", "PK", "COPPER=50 GOLD=50", "MINING=100");
        assertThat((String) figures().path("total.authorizedUnsigned")).isEqualTo("100.01");
    }

    @Test
    void aRebuildFromTheFirstRecordEqualsTheLiveModelAndTakesItsPlace() {
        var before = figures().path("cells").toString();

        var rebuild = rebuilt();

        assertThat((String) rebuild.path("status")).as(rebuild.asString()).isEqualTo("SWAPPED");
        assertThat((int) rebuild.path("heard"))
                .isEqualTo((int) rebuild.path("toHear"))
                .isPositive();
        assertThat((Map<String, Object>) rebuild.path("position"))
                .containsKeys("lodestone.deals", "lodestone.projects");
        assertThat(figures().path("cells").toString()).isEqualTo(before);
        deal.effective("2025-10-01", "2025-10-01T08:00:00Z", "60.01", "40");
        assertThat((String) figures().path("total.outstanding")).isEqualTo("40.00");
    }

    @Test
    void aDifferenceBlocksTheSwapAndIsNamedUntilAnOperatorAcceptsIt() throws SQLException {
        damage();

        var rebuild = rebuilt();

        assertThat((String) rebuild.path("status")).as(rebuild.asString()).isEqualTo("DIFFERENT");
        assertThat((List<String>) rebuild.path("differences.deals")).containsExactly(deal.id.toString());
        assertThat((List<String>) rebuild.path("differences.cells.cell"))
                .hasSize(1)
                .allMatch(cell -> cell.contains("GOLD") && cell.contains(story.project.toString()));
        assertThat((String) figures().path("total.authorizedUnsigned")).isEqualTo("101.01");

        var accepted = decide(rebuild.path("id"), "acceptance");
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat((String) accepted.path("status")).isEqualTo("SWAPPED");
        assertThat((String) figures().path("total.authorizedUnsigned")).isEqualTo("100.01");
        daysAreMadeAnd("the new generation has its own");

        deal.approved("2025-10-01", "2025-10-01T08:00:00Z", "90.01");
        assertThat((String) figures().path("total.authorizedUnsigned")).isEqualTo("90.01");
        var back = decide(rebuild.path("id"), "rollback");
        assertThat((String) back.path("status")).as(back.asString()).isEqualTo("ROLLED_BACK");
        TopicReader.of(EXPOSURE).await(UUID.fromString(rebuild.path("id")), 2);
        assertThat(TopicReader.of(EXPOSURE).of(UUID.fromString(rebuild.path("id"))))
                .extracting(told -> told.fact() + " " + told.data().path("why").asText())
                .containsExactly("read-model-swapped ACCEPTED", "read-model-swapped ROLLED_BACK");
        assertThat((String) figures().path("total.authorizedUnsigned"))
                .as("the former generation has heard what came since")
                .isEqualTo("90.01");
        daysAreMadeAnd("the former generation has its own, with the damage");
        assertThat((String) decide(rebuild.path("id"), "rollback").path("type")).isEqualTo("/problems/rebuild-not-now");
    }

    @Test
    void aDamagedOrMissingPlaceOrProfileIsADifferenceOfTheDealsThatNameIt() throws SQLException {
        var gold = "exposure_place where mineral = 'GOLD' and project_id = '" + story.project + "'";
        for (var damage : List.of(
                "update exposure_place set segment = 'SMELTING' where place_id in (select place_id from " + gold + ")",
                "delete from exposure_place_of_generation where generation = (select generation from live_generation)"
                        + " and place_id in (select place_id from " + gold + ")",
                "update deal_profile set obligor = 'Nobody' where deal_id = '" + deal.id + "'")) {
            run(damage);

            var rebuild = rebuilt();

            assertThat((String) rebuild.path("status")).as(damage).isEqualTo("DIFFERENT");
            assertThat((List<String>) rebuild.path("differences.deals"))
                    .as(damage)
                    .containsExactly(deal.id.toString());
            assertThat((int) rebuild.path("differences.buckets")).as(damage).isEqualTo(1);
            assertThat(decide(rebuild.path("id"), "acceptance").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPlaceThatNoEntryNamesAnyMoreIsNoDifference() throws SQLException {
        run("create temp table unnamed as table exposure_place_form; insert into unnamed select * from exposure_place"
                + " where project_id = '" + story.project
                + "' limit 1; update unnamed set place_id = gen_random_uuid();"
                + " insert into exposure_place_of_generation table unnamed; drop table unnamed");

        assertThat((String) rebuilt().path("status")).isEqualTo("SWAPPED");
    }

    @Test
    void aBugInTheFoldBlocksTheSwapAndNamesTheCells() {
        var before = figures().path("cells").toString();
        QuarkusMock.installMockForType(ForgetfulGenerations.forgetting(story.project), NewGenerations.class);

        var rebuild = rebuilt();

        assertThat((String) rebuild.path("status")).as(rebuild.asString()).isEqualTo("DIFFERENT");
        assertThat((List<String>) rebuild.path("differences.deals")).containsExactly(deal.id.toString());
        assertThat((List<String>) rebuild.path("differences.cells.cell"))
                .as("where the money should be, and where no project is known")
                .hasSize(3)
                .allMatch(cell -> cell.contains(story.project.toString()))
                .anyMatch(cell -> cell.contains("COPPER"))
                .anyMatch(cell -> cell.contains("GOLD"))
                .anyMatch(cell -> cell.contains("UNKNOWN"));
        assertThat(figures().path("cells").toString()).isEqualTo(before);
    }

    @Test
    void whatAKilledServiceLeftIsGoneOnWithBehindWhatIsDone() {
        var generations = DyingGenerations.make();
        QuarkusMock.installMockForType(generations, NewGenerations.class);
        String id = operator().post("/v1/read-models/rebuilds").path("id");
        await().dontCatchUncaughtExceptions().atMost(LONG).until(this::isGivenUp);
        var left = operator().get("/v1/read-models/rebuilds/" + id);
        int facts = generations.facts();
        deal.approved("2025-10-01", "2025-10-01T08:00:00Z", "90.01");
        assertThat((String) figures().path("total.authorizedUnsigned")).isEqualTo("90.01");

        rebuilding.goOn();

        assertThat((String) left.path("status")).isEqualTo("RUNNING");
        assertThat(facts).isPositive();
        var rebuild = ended(id);
        assertThat((String) rebuild.path("status")).as(rebuild.asString()).isEqualTo("SWAPPED");
        assertThat((int) rebuild.path("attempt")).isEqualTo(2);
        assertThat(generations.facts()).as("no deal is filled in twice").isEqualTo(facts);
        assertThat((int) rebuild.path("heard"))
                .isEqualTo((int) left.path("heard"))
                .isEqualTo((int) rebuild.path("toHear"));
        assertThat((String) figures().path("total.authorizedUnsigned"))
                .as("what came meanwhile is brought over")
                .isEqualTo("90.01");
    }

    private boolean isGivenUp() {
        var claim = sessions.claim();
        claim.ifPresent(sessions::release);
        return claim.isPresent();
    }

    @Test
    void whatIsLeftBeforeItsFirstStepBeginsAnewButNotForEver() throws SQLException {
        var first = leaveHalfMade(1);
        rebuilding.goOn();
        var rebuild = ended(first.toString());
        assertThat((String) rebuild.path("status")).as(rebuild.asString()).isEqualTo("SWAPPED");
        assertThat((int) rebuild.path("attempt")).isEqualTo(2);

        var third = leaveHalfMade(3);
        rebuilding.goOn();
        assertThat(status(third.toString())).isEqualTo("INTERRUPTED");
        assertThat((List<String>) newest().path("items.status")).doesNotContain("RUNNING");
    }

    @Test
    void whoWasBelievedDeadSwapsNothingMore() throws SQLException {
        var generations = DyingGenerations.make();
        QuarkusMock.installMockForType(generations, NewGenerations.class);
        String id = operator().post("/v1/read-models/rebuilds").path("id");
        await().dontCatchUncaughtExceptions().atMost(LONG).until(this::isGivenUp);
        run("update read_model_rebuild set status = 'INTERRUPTED' where id = '" + id + "'");
        int live = number("select generation from live_generation");

        rebuilding.make(UUID.fromString(id));

        assertThat(status(id)).isEqualTo("INTERRUPTED");
        assertThat(number("select generation from live_generation")).isEqualTo(live);
    }

    private static Response newest() {
        return operator().get("/v1/read-models/rebuilds");
    }

    private UUID leaveHalfMade(int attempt) throws SQLException {
        var killed = UUID.randomUUID();
        run("insert into read_model_rebuild (id, status, begun_at, begun_by, attempt, generation) select '" + killed
                + "', 'RUNNING', now(), 'ana', " + attempt + ", max(id) + 1 from ledger_generation");
        run("select ledger_generation_begin((select max(id) + 1 from ledger_generation))");
        return killed;
    }

    @Test
    void whatAKilledServiceLeftHalfMadeIsClearedAwayByTheNextOne() throws SQLException {
        var killed = leaveHalfMade(1);

        var rebuild = rebuilt();

        assertThat((String) rebuild.path("status")).as(rebuild.asString()).isEqualTo("SWAPPED");
        assertThat((String) operator().get("/v1/read-models/rebuilds/" + killed).path("status"))
                .isEqualTo("INTERRUPTED");
        assertThat(number("select count(*) from ledger_generation")).isEqualTo(2);
    }

    @Test
    void aRebuildWaitsForWhoReadsTheGenerationThatItDrops() throws SQLException {
        rebuilt();
        isWaitedFor("exposure_entry_of_generation in access share mode", "AccessExclusiveLock");
    }

    @Test
    void aRebuildWaitsForWhoTidiesUpInTheGenerationThatItDrops() throws SQLException {
        rebuilt();
        int former = number("select id from ledger_generation where following");
        isWaitedFor("exposure_entry_" + former + " in share update exclusive mode", "ShareUpdateExclusiveLock");
    }

    private void isWaitedFor(String locked, String wanted) throws SQLException {
        String id;
        try (var connection = database.getConnection();
                var reader = connection.createStatement()) {
            connection.setAutoCommit(false);
            reader.execute("lock table " + locked);
            id = operator().post("/v1/read-models/rebuilds").path("id");
            await().atMost(LONG).until(() -> somebodyWaitsFor(wanted));
            await().atMost(LONG).until(() -> !somebodyWaitsFor(wanted));
            await("it reads meanwhile").atMost(LONG).until(() -> isReadWhole(id));
            assertThat(status(id)).isEqualTo("RUNNING");
            connection.rollback();
        }

        assertThat(await().atMost(LONG).until(() -> status(id), status -> !status.equals("RUNNING")))
                .isEqualTo("SWAPPED");
    }

    private static boolean isReadWhole(String id) {
        var rebuild = operator().get("/v1/read-models/rebuilds/" + id);
        return (int) rebuild.path("heard") > 0 && rebuild.path("heard").equals(rebuild.path("toHear"));
    }

    private boolean somebodyWaitsFor(String mode) throws SQLException {
        return number("select count(*) from pg_locks where not granted and mode = '" + mode + "'") > 0;
    }

    private static String status(String id) {
        return operator().get("/v1/read-models/rebuilds/" + id).path("status");
    }

    @Test
    void twoAtOnceAreRefused() {
        var claim = sessions.claim().orElseThrow();
        try {
            var refused = operator().post("/v1/read-models/rebuilds");

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat((String) refused.path("type")).isEqualTo("/problems/rebuild-running");
        } finally {
            sessions.release(claim);
        }
    }

    @Test
    void onlyOperatorsRebuild() {
        assertThat(Tokens.of("analyst")
                        .request()
                        .post("/v1/read-models/rebuilds")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Response rebuilt() {
        var begun = operator().post("/v1/read-models/rebuilds");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        return ended(begun.path("id"));
    }

    private static Response ended(String id) {
        return await().atMost(LONG)
                .until(() -> operator().get("/v1/read-models/rebuilds/" + id), rebuild -> !rebuild.path("status")
                        .equals("RUNNING"));
    }

    private static Response decide(String id, String decision) {
        return operator()
                .contentType("application/json")
                .body("{\"reason\": \"seen and agreed\"}")
                .post("/v1/read-models/rebuilds/" + id + "/" + decision);
    }

    private static RequestSpecification operator() {
        return Tokens.of("operator").request();
    }

    /** What is known now is added up from the entries, all that is known from what is kept of days. */
    private static void daysAreMadeAnd(String what) {
        MadeDays.make();
        var past = "/v1/exposure?by=mineral,country&asOf=2025-08-20";
        var fromEntries = Tokens.of("analyst").request().get(past + "&knownAt=" + Instant.now());
        assertThat(Tokens.of("analyst").request().get(past).path("cells").toString())
                .as(what)
                .isEqualTo(fromEntries.path("cells").toString())
                .contains("GOLD");
    }

    private Response figures() {
        return story.ask("&by=mineral");
    }

    /** As a fold that gives a unit too much would have left it. */
    private void damage() throws SQLException {
        run(
                "update exposure_entry_row set authorized_unsigned = authorized_unsigned + 1 where deal_id = '"
                        + deal.id
                        + "' and type like '%approved%' and place_id in (select place_id from exposure_place where mineral = 'GOLD')");
        run("update exposure_cell set authorized_unsigned = authorized_unsigned + 1 where project_id = '"
                + story.project + "' and mineral = 'GOLD'");
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
