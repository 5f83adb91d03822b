package io.lodestone.testing.chassis;

import static io.lodestone.testing.chassis.BellEvent.BELLS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.ProblemAssert;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** G2: a command that failed had no effect; repeated with its key it never has two. */
@QuarkusTest
@WithBackbone(service = "bells")
class CommandsTest {

    private final DataSource database;

    CommandsTest(DataSource database) {
        this.database = database;
    }

    @Test
    void theFactIsOnTheTopicWithItsEnvelope() {
        var answer = ring(3, UUID.randomUUID().toString());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var id = answer.jsonPath().getUUID("id");
        assertThat(answer.header("Location")).endsWith("/v1/bells/" + id);
        assertThat(answer.header("Consistency-Token")).isEqualTo("lodestone.stockpiles:" + id + ":1");
        var event = TopicReader.of(BELLS).await(id, 1);
        assertThat(event.attribute("specversion")).isEqualTo("1.0");
        assertThat(event.attribute("source")).isEqualTo("/lodestone/bells");
        assertThat(event.attribute("actor")).isEqualTo("carl");
        assertThat(event.attribute("traceparent")).isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        assertThat(event.data().has("subject")).isFalse();
        assertThat(event.data().path("strokes").asInt()).isEqualTo(3);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerByteForByte() {
        var key = UUID.randomUUID().toString();
        var first = ring(4, key);
        var second = ring(4, key);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(facts(first.jsonPath().getUUID("id"))).isEqualTo(1);
    }

    @Test
    void whoHangsInATransactionHoldsItsLocksForAMinuteAtMost() throws SQLException {
        try (var connection = database.getConnection();
                var show = connection.prepareStatement("show idle_in_transaction_session_timeout");
                var answer = show.executeQuery()) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getString(1)).isEqualTo("1min");
        }
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        ring(4, key);
        ProblemAssert.assertThatProblem(ring(5, key)).is(422, "idempotency-key-reused");
    }

    @Test
    void ofTenAtOnceWithOneKeyOneTakesEffect() throws Exception {
        var key = UUID.randomUUID().toString();
        try (var pool = Executors.newFixedThreadPool(10)) {
            var calls = new ArrayList<Callable<Response>>();
            for (int i = 0; i < 10; i++) {
                calls.add(() -> ring(13, key));
            }
            var answers = new ArrayList<Response>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
            assertThat(answers.stream()
                            .filter(answer ->
                                    answer.statusCode() == 201 && answer.header("Idempotency-Replayed") == null))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                    .allSatisfy(
                            answer -> assertThat(answer.header("Retry-After")).isNotNull());
        }
        assertThat(ring(13, key).header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aFailedCommandLeavesNothingAndItsKeyIsGoodStill() {
        var key = UUID.randomUUID().toString();
        int before = facts(null);
        var failed = ring(50, key);
        ProblemAssert.assertThatProblem(failed).is(500, "internal");
        assertThat(failed.asString()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(failed.jsonPath().getString("trace")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(facts(null)).isEqualTo(before);
        assertThat(ring(51, key).statusCode()).isEqualTo(201);
    }

    @Test
    void aDryRunTellsAllAndLeavesNothing() {
        int before = facts(null);
        var answer = caller().body("{\"strokes\":7}").post("/v1/bells?dryRun=true");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getBoolean("dryRun")).isTrue();
        assertThat(answer.jsonPath().getInt("resource.strokes")).isEqualTo(7);
        assertThat(answer.jsonPath().getString("facts[0].type")).isEqualTo("io.lodestone.bells.bell-rung.v1");
        assertThat(facts(null)).isEqualTo(before);
    }

    @Test
    void aReplayComesBeforeThePrecondition() {
        var id = ring(1, UUID.randomUUID().toString()).jsonPath().getUUID("id");
        var key = UUID.randomUUID().toString();
        var path = "/v1/bells/" + id + "/again";
        assertThat(caller().body("{\"strokes\":2}").post(path).statusCode()).isEqualTo(428);
        assertThat(caller().header("If-Match", "\"9\"")
                        .body("{\"strokes\":2}")
                        .post(path)
                        .statusCode())
                .isEqualTo(412);
        var first = caller().header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .body("{\"strokes\":2}")
                .post(path);
        var again = caller().header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .body("{\"strokes\":2}")
                .post(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    }

    private static Response ring(int strokes, String key) {
        return caller().header("Idempotency-Key", key)
                .body("{\"strokes\":" + strokes + "}")
                .post("/v1/bells");
    }

    private static io.restassured.specification.RequestSpecification caller() {
        return Tokens.of("analyst")
                .subject("carl")
                .request()
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    private int facts(UUID subject) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from fact where ?::uuid is null or subject = ?::uuid")) {
            select.setObject(1, subject);
            select.setObject(2, subject);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
