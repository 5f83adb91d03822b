package io.lodestone.testing.chassis;

import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static io.lodestone.testing.chassis.BellEvent.BELLS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.feed.Restarting;
import io.lodestone.testing.BadFactsContract;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicSpeaker;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** G7: what an operator does about parked facts, and about a topic whose log does not fit. */
@QuarkusTest
@WithBackbone(service = "bells")
class ParkedTest implements BadFactsContract {

    private final Belfry belfry;
    private final DataSource database;
    private final Restarting restarting;
    private final UUID bell = UUID.randomUUID();

    ParkedTest(Belfry belfry, DataSource database, Restarting restarting) {
        this.belfry = belfry;
        this.database = database;
        this.restarting = restarting;
    }

    @Override
    public Map<String, String> topics() {
        return Map.of(BELLS.name(), "io.lodestone.bells.bell-rung.v1");
    }

    @Override
    public boolean readsRecords() {
        return true;
    }

    @Test
    void afterAFixABlockingFactAndThoseBehindItAreTakenInInOrder() {
        TopicSpeaker.say(
                BELLS,
                BellEvent.rung(bell, 1, Belfry.TOO_LOUD),
                BellEvent.rung(bell, 2, 1),
                BellEvent.rung(bell, 3, 2));
        var ids = parked(3);
        assertThatProblem(post(ids.getLast(), "redrive", ""))
                .is(409, "not-blocking")
                .has("blocking", ids.getFirst());
        assertThatProblem(Tokens.of("analyst").request().post("/v1/parked/" + ids.getFirst() + "/redrive"))
                .is(403, "forbidden");
        var failed = post(ids.getFirst(), "redrive", "");
        assertThat(failed.jsonPath().getLong("applied")).isZero();
        assertThat(failed.jsonPath().getLong("blocking.id")).isEqualTo((long) ids.getFirst());
        assertThat(failed.jsonPath().getLong("blocking.waitingBehind")).isEqualTo(2);
        assertThat(ready()).startsWith("UP ").contains(bell.toString(), "too loud");

        belfry.wearEarmuffs(true);
        var redriven = post(ids.getFirst(), "redrive", "");
        belfry.wearEarmuffs(false);

        assertThat(redriven.statusCode()).as(redriven.asString()).isEqualTo(200);
        assertThat(redriven.jsonPath().getLong("applied")).isEqualTo(3);
        assertThat(redriven.jsonPath().getMap("$")).doesNotContainKey("blocking");
        assertThat(belfry.told(bell)).isEqualTo("1 2 3");
        assertThatProblem(post(ids.getFirst(), "redrive", "")).is(404, "not-found");
        TopicSpeaker.say(BELLS, BellEvent.rung(bell, 4, 5));
        eventually(() -> assertThat(belfry.told(bell)).isEqualTo("1 2 3 4"));
    }

    @Test
    void aFactIsGivenUpWithAReasonThatStaysOnRecord() {
        TopicSpeaker.say(BELLS, BellEvent.rung(bell, 1, Belfry.TOO_LOUD), BellEvent.rung(bell, 2, 6));
        var first = parked(2).getFirst();
        assertThatProblem(post(first, "skip", "{\"reason\":\" \"}"))
                .is(422, "invalid")
                .violates("reason");
        assertThatProblem(post(first, "skip", "{\"reason\":\"no\",\"force\":true}"))
                .is(400, "unknown-field");
        assertThatProblem(post(first, "skip", "")).is(400, "malformed");

        var skipped = post(first, "skip", "{\"reason\":\"nobody was hurt\"}");

        assertThat(skipped.jsonPath().getLong("applied")).as(skipped.asString()).isEqualTo(1);
        assertThat(belfry.told(bell)).isEqualTo("2");
        var kept = operator().get("/v1/parked/" + first).jsonPath();
        assertThat(kept.getString("status")).isEqualTo("SKIPPED");
        assertThat(kept.getString("reason")).isEqualTo("nobody was hurt");
        assertThat(kept.getString("skippedBy")).isEqualTo("olga");
        assertThat(operator()
                        .get("/v1/parked?status=skipped&limit=500")
                        .jsonPath()
                        .getList("items.id"))
                .contains(first);
        assertThatProblem(operator().get("/v1/parked?status=lost"))
                .is(422, "invalid")
                .violates("status");
    }

    @Test
    void whatCameLateIsTakenInBeforeWhatCameEarly() {
        TopicSpeaker.say(BELLS, BellEvent.rung(bell, 1, 1), BellEvent.rung(bell, 4, 4), BellEvent.rung(bell, 2, 2));
        var early = parked(2).getFirst();
        assertThatProblem(post(early, "skip", "{\"reason\":\"hasty\"}")).is(409, "earlier-versions-wait");
        var half = post(early, "redrive", "");
        assertThat(half.jsonPath().getLong("applied")).isEqualTo(1);
        assertThat(half.jsonPath().getString("blocking.cause")).isEqualTo("version 4 came after 2: 3 is missing");
        TopicSpeaker.say(BELLS, BellEvent.rung(bell, 3, 3));
        parked(2);

        post(early, "redrive", "");

        assertThat(belfry.told(bell)).isEqualTo("1 2 3 4");
    }

    @Test
    void aTopicMadeAnewIsNotHeardUntilAnOperatorSaysSo() throws SQLException {
        stopAndRestart("update feed_offset set topic_id = 'another'", "was made anew");
    }

    @Test
    void anOffsetBeyondTheLogStopsAndNeverJumps() throws SQLException {
        stopAndRestart("update feed_offset set next_offset = next_offset + 1000000", "but its log has offsets");
    }

    @Test
    void aRestartHoldsNoRowsWhileConsumersArePlaced() {
        TopicSpeaker.say(BELLS, BellEvent.rung(bell, 1, 3));
        eventually(() -> assertThat(belfry.told(bell)).isEqualTo("1"));

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(restarting.restart(BELLS.name(), "olga", "held " + bell)).isPositive();
            assertThat(QuarkusTransaction.suspendingExisting().call(() -> restarts("held " + bell)))
                    .isPositive();
        });
    }

    /** How many partitions were restarted for that reason, as anyone sees it. */
    private int restarts(String reason) throws SQLException {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("select count(*) from feed_restart where reason = ?")) {
            count.setString(1, reason);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void stopAndRestart(String fault, String detail) throws SQLException {
        TopicSpeaker.say(BELLS, BellEvent.rung(bell, 1, 3));
        eventually(() -> assertThat(belfry.told(bell)).isEqualTo("1"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(fault);
        }
        eventually(() -> assertThat(ready()).startsWith("DOWN ").contains(detail, "/restart"));
        TopicSpeaker.say(BELLS, BellEvent.rung(bell, 2, 4));
        assertThatProblem(operator().body("{\"reason\":\"x\"}").post("/v1/feeds/lodestone.nothing/restart"))
                .is(404, "not-found");

        var restarted = operator().body("{\"reason\":\"tried out\"}").post("/v1/feeds/" + BELLS.name() + "/restart");

        assertThat(restarted.statusCode()).as(restarted.asString()).isEqualTo(200);
        eventually(() -> assertThat(belfry.told(bell)).isEqualTo("1 2"));
        eventually(() -> assertThat(ready()).startsWith("UP ").doesNotContain(detail));
    }

    /** The ids parked of our bell, once there are as many. */
    private List<Integer> parked(int count) {
        eventually(() -> assertThat(ids()).hasSize(count));
        return ids();
    }

    private List<Integer> ids() {
        return operator().get("/v1/parked?limit=500").jsonPath().getList("items.findAll{it.key == '" + bell + "'}.id");
    }

    private static Response post(int id, String what, String body) {
        var request = operator();
        return (body.isEmpty() ? request : request.body(body)).post("/v1/parked/" + id + "/" + what);
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return Tokens.of("operator").subject("olga").request();
    }

    private static String ready() {
        var feeds = RestAssured.given().get("/q/health/ready").jsonPath().getMap("checks.find{it.name == 'feeds'}");
        return feeds.get("status") + " " + feeds.get("data");
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }
}
