package io.lodestone.stockpiles.receiving;

import static io.lodestone.contracts.stockpiles.StockpileEvent.STOCKPILES;
import static io.lodestone.stockpiles.Callers.act;
import static io.lodestone.stockpiles.Callers.analyst;
import static io.lodestone.stockpiles.Callers.keeper;
import static io.lodestone.stockpiles.Callers.opened;
import static io.lodestone.stockpiles.Callers.receipt;
import static io.lodestone.stockpiles.Callers.requirement;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithBackbone(service = "stockpiles")
class ReceivingIT {

    @Test
    void aLevelFallsBelowAndIsRestoredOnceEach() {
        var id = opened();

        act(id, "requirements", requirement("150")).then().statusCode(200).header("ETag", "\"3\"");
        act(id, "receipts", receipt()).then().statusCode(200).header("ETag", "\"4\"");
        act(id, "receipts", receipt()).then().statusCode(200).header("ETag", "\"6\"");
        act(id, "receipts", receipt()).then().statusCode(200).header("ETag", "\"7\"");

        var subject = UUID.fromString(id);
        TopicReader.of(STOCKPILES).await(subject, 7);
        var facts = TopicReader.of(STOCKPILES).of(subject);
        assertThat(facts)
                .extracting(CloudEvent::fact)
                .containsExactly(
                        "stockpile-opened",
                        "requirement-set",
                        "level-below-requirement",
                        "material-received",
                        "material-received",
                        "level-restored",
                        "material-received");
        assertThat(facts.get(4).data().path("onHand").asText()).isEqualTo("200.000");
        assertThat(facts.get(5).data().path("requirement").asText()).isEqualTo("150.000");
    }

    @Test
    void levelsSayWhatIsThereAndForHowLong() {
        var id = opened();
        act(id, "requirements", requirement("500")).then().statusCode(200);
        act(id, "receipts", receipt()).then().statusCode(200);
        act(id, "receipts", receipt().replace("\"100.000\"", "\"0.5\"")).then().statusCode(200);
        act(id, "receipts", receipt().replace("\"location\"", "\"basis\":\"CONTAINED\",\"location\""))
                .then()
                .statusCode(200);

        analyst()
                .get("/v1/stockpiles/" + id + "/levels")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].basis", equalTo("CONTAINED"))
                .body("items[0].onHand", equalTo("100.000"))
                .body("items[0].daysOfCover", nullValue())
                .body("items[0]", hasKey("daysOfCover"))
                .body("items[0].belowRequirement", equalTo(false))
                .body("items[1].basis", equalTo("GROSS"))
                .body("items[1].onHand", equalTo("100.500"))
                .body("items[1].requirement", equalTo("500.000"))
                .body("items[1].belowRequirement", equalTo(true))
                .body("items[1].daysOfCover", equalTo("50.2"))
                .body("items[1].valueAtCost[0].amount", equalTo("3015000.00"))
                .body("items[1].valueAtCost[0].currency", equalTo("USD"));
    }

    @Test
    void theLedgerBalancesAndItsChainHolds() {
        var id = opened();
        act(id, "receipts", receipt()).then().statusCode(200);
        var after = act(id, "receipts", receipt());

        var first = analyst().get("/v1/stockpiles/" + id + "/movements?limit=1");
        var second = analyst().get("/v1/stockpiles/" + id + "/movements?limit=1&after=" + first.<String>path("next"));

        assertThat(first.jsonPath().getList("items[0].postings.tonnes")).containsExactly("-100.000", "100.000");
        assertThat(first.jsonPath().getList("items[0].postings.account")).containsExactly("SUPPLIER", "ON_HAND");
        assertThat(first.<String>path("items[0].previousDigest")).isEqualTo("0".repeat(64));
        assertThat(second.<String>path("items[0].previousDigest")).isEqualTo(first.<String>path("items[0].digest"));
        assertThat(second.<String>path("items[0].digest")).isEqualTo(after.<String>path("digest"));
        assertThat(second.<String>path("next")).isNull();
        analyst()
                .get("/v1/stockpiles/" + id + "/movements/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("movements", equalTo(2))
                .body("brokenAt", nullValue())
                .body("wrongAccounts.size()", equalTo(0));
    }

    @Test
    void receiptsAtTheSameMomentAllCount() throws Exception {
        var id = opened();

        try (var threads = Executors.newFixedThreadPool(4)) {
            var statuses = IntStream.range(0, 12)
                    .mapToObj(i ->
                            threads.submit(() -> act(id, "receipts", receipt()).statusCode()))
                    .toList();
            assertThat(statuses).extracting(Future::get).containsOnly(200);
        }

        var levels = analyst().get("/v1/stockpiles/" + id + "/levels");
        assertThat(levels.<String>path("items[0].onHand")).isEqualTo("1200.000");
        assertThat(analyst()
                        .get("/v1/stockpiles/" + id + "/movements/verification")
                        .<Boolean>path("intact"))
                .isTrue();
    }

    @Test
    void theSameKeyTakesInOnce() {
        var id = opened();
        var key = UUID.randomUUID().toString();

        var first = receive(id, key);
        var again = receive(id, key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(analyst().get("/v1/stockpiles/" + id + "/levels").<String>path("items[0].onHand"))
                .isEqualTo("100.000");
    }

    @Test
    void anActNeedsTheETagThatIsThere() {
        var id = opened();

        assertThatProblem(keeper().body(receipt()).post("/v1/stockpiles/" + id + "/receipts"))
                .is(428, "if-match-missing");
        assertThatProblem(
                        keeper().header("If-Match", "\"9\"").body(receipt()).post("/v1/stockpiles/" + id + "/receipts"))
                .is(412, "stale");
        assertThatProblem(act(UUID.randomUUID().toString(), "receipts", receipt()))
                .is(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "supplier"             | "colour":"red","supplier" | 400 | unknown-field | colour
                    "100.000"              | 100                       | 400 | malformed     | tonnes
                    "100.000"              | "-1"                      | 422 | invalid       | tonnes
                    "100.000"              | "0"                       | 422 | invalid       | tonnes
                    "100.000"              | "0.0000001"               | 422 | invalid       | tonnes
                    "100.000"              | "1000000000000"           | 422 | invalid       | tonnes
                    "COBALT"               | "COBLAT"                  | 422 | invalid       | mineral
                    "ZM"                   | "XX"                      | 422 | invalid       | countryOfOrigin
                    "30000.00"             | "30000.001"               | 422 | invalid       | unitCost.amount
                    "30000.00"             | "-0.01"                   | 422 | invalid       | unitCost.amount
                    "30000.00"             | "999999999999999.00"      | 422 | invalid       | unitCost.amount
                    "USD"                  | "DOLLAR"                  | 422 | invalid       | unitCost.currency
                    "purity":"99.8"        | "purity":"100.1"          | 422 | invalid       | purity
                    "location"             | "basis":"WET","location"  | 422 | invalid       | basis
                    "location"             | "offtakeId":"7","location"| 422 | invalid       | offtakeId
                    "location"             | "effectiveOn":"2126-01-01","location" | 422 | invalid | effectiveOn
                    """)
    void aWrongFieldIsNamedAndNothingMoves(String right, String wrong, int status, String slug, String field) {
        var id = opened();

        assertThatProblem(act(id, "receipts", receipt().replace(right, wrong)))
                .is(status, slug)
                .violates(field);

        analyst().get("/v1/stockpiles/" + id).then().header("ETag", "\"1\"").body("movements", equalTo(0));
    }

    @Test
    void aWrongRequirementIsNamed() {
        var id = opened();

        assertThatProblem(act(id, "requirements", requirement("-1")))
                .is(422, "invalid")
                .violates("tonnes");
        assertThatProblem(act(id, "requirements", requirement("1").replace("\"730\"", "\"0\"")))
                .is(422, "invalid")
                .violates("consumptionPerYear");
    }

    private static Response receive(String id, String key) {
        return keeper().header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .body(receipt())
                .post("/v1/stockpiles/" + id + "/receipts");
    }
}
