package io.lodestone.notifications.subscription;

import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackbone(service = "notifications")
class SubscriptionsIT {

    private static final String URL = "http://127.0.0.1:9/hook";

    private final String somebody = "partner-" + UUID.randomUUID();

    @Test
    void theSecretIsShownOnce() {
        var created = create(body(Map.of()));

        assertThat(created.statusCode()).isEqualTo(201);
        var secret = created.jsonPath().getString("secret");
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSizeBetween(24, 32);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        me().request().get(created.header("Location")).then().statusCode(200).body("secret", nullValue());
        me().request()
                .get("/v1/subscriptions")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].secret", nullValue());
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerAgain() {
        var key = UUID.randomUUID().toString();
        var first = me().request()
                .header("Idempotency-Key", key)
                .body(body(Map.of()))
                .post("/v1/subscriptions");
        var again = me().request()
                .header("Idempotency-Key", key)
                .body(body(Map.of()))
                .post("/v1/subscriptions");

        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        me().request().get("/v1/subscriptions").then().body("items.size()", equalTo(1));
    }

    @Test
    void whatBelongsToSomebodyElseDoesNotExist() {
        var mine = create(body(Map.of())).header("Location");
        var other = Tokens.of("partner").subject("partner-" + UUID.randomUUID());

        assertThatProblem(other.request().get(mine)).is(404, "not-found");
        assertThatProblem(other.request().get(mine + "/deliveries")).is(404, "not-found");
        assertThatProblem(other.request().post(mine + "/test")).is(404, "not-found");
        assertThatProblem(other.request().header("If-Match", "*").body("{}").patch(mine))
                .is(404, "not-found");
        assertThatProblem(other.request().header("If-Match", "*").delete(mine)).is(404, "not-found");
        other.request().get("/v1/subscriptions").then().body("items.size()", equalTo(0));
    }

    @Test
    void aChangeNeedsTheVersionItIsMadeOn() {
        var mine = create(body(Map.of())).header("Location");

        assertThatProblem(me().request().body("{\"status\":\"PAUSED\"}").patch(mine))
                .is(428, "if-match-missing");
        var paused = me().request()
                .header("If-Match", "\"1\"")
                .body("{\"status\":\"PAUSED\"}")
                .patch(mine);
        assertThat(paused.statusCode()).isEqualTo(200);
        assertThat(paused.jsonPath().getString("status")).isEqualTo("PAUSED");
        assertThat(paused.header("ETag")).isEqualTo("\"2\"");
        assertThatProblem(me().request()
                        .header("If-Match", "\"1\"")
                        .body("{\"name\":\"x\"}")
                        .patch(mine))
                .is(412, "stale");
        assertThatProblem(me().request().post(mine + "/test")).is(409, "not-active");
        assertThatProblem(me().request()
                        .header("If-Match", "*")
                        .body("{\"status\":\"DISABLED\"}")
                        .patch(mine))
                .is(422, "invalid")
                .violates("status");
    }

    @Test
    void anEndedSubscriptionIsGone() {
        var mine = create(body(Map.of())).header("Location");

        assertThatProblem(me().request().delete(mine)).is(428, "if-match-missing");
        assertThat(me().request().header("If-Match", "\"1\"").delete(mine).statusCode())
                .isEqualTo(204);
        assertThatProblem(me().request().get(mine)).is(404, "not-found");
    }

    @Test
    void wrongFieldsAreNamed() {
        assertThatProblem(create(body(Map.of("filters", List.of(Map.of("sql", "true"))))))
                .is(422, "invalid")
                .violates("filters[0].sql");
        assertThatProblem(create(body(Map.of("filters", List.of(Map.of("exact", Map.of("colour", "red")))))))
                .is(422, "invalid")
                .violates("filters[0].exact.colour");
        assertThatProblem(create(body(Map.of("sink", Map.of("kind", "EMAIL", "address", "a@example.org")))))
                .is(422, "invalid")
                .violates("sink.kind")
                .says("WEBHOOK");
        assertThatProblem(create(body(Map.of("sink", Map.of("kind", "PIGEON", "url", URL)))))
                .is(422, "invalid")
                .violates("sink.kind");
        assertThatProblem(create(body(Map.of("sink", Map.of("kind", "WEBHOOK", "url", "ftp://127.0.0.1/")))))
                .is(422, "invalid")
                .violates("sink.url");
        assertThatProblem(create(body(Map.of("name", " ")))).is(422, "invalid").violates("name");
        assertThatProblem(create(body(Map.of("colour", "red"))))
                .is(400, "unknown-field")
                .violates("colour");
        assertThatProblem(create(Map.of("name", "x"))).is(422, "invalid").violates("sink");
    }

    @Test
    void nobodyWithoutATokenMaySubscribe() {
        var answer = io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(body(Map.of()))
                .post("/v1/subscriptions");

        assertThatProblem(answer).is(401, "no-valid-token");
    }

    private Tokens me() {
        return Tokens.of("partner").subject(somebody);
    }

    private Response create(Map<String, ?> body) {
        return me().request().body(body).post("/v1/subscriptions");
    }

    private static Map<String, Object> body(Map<String, ?> changes) {
        var body = new java.util.HashMap<String, Object>(
                Map.of("name", "all of it", "sink", Map.of("kind", "WEBHOOK", "url", URL)));
        body.putAll(changes);
        return body;
    }
}
