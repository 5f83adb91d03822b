package io.lodestone.deals;

import static io.lodestone.contracts.deals.OfftakeEvent.OFFTAKES;
import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An offtake agreement through its life, over HTTP. */
@QuarkusTest
@WithBackbone(service = "deals")
class OfftakeIT {

    private static UUID project = new UUID(0, 0);

    @BeforeAll
    static void aProject() {
        project = project(UUID.randomUUID().toString());
    }

    @Test
    void anAgreementIsDeliveredDisputedCuredAndFulfilled() {
        var id = inForce();
        act(id, "deliveries", "{\"tonnes\":\"30.5\",\"deliveredOn\":\"2025-02-01\"}", 200);
        act(id, "dispute", "{\"reason\":\"late\",\"cureBy\":\"2025-09-01\",\"effectiveOn\":\"2025-07-01\"}", 200);
        act(id, "dispute/extension", "{\"reason\":\"talks\",\"cureBy\":\"2025-12-01\"}", 200);
        act(id, "dispute/cure", "{\"note\":\"caught up\"}", 200);
        var amended = act(
                id,
                "amendments",
                "{\"tonnesByYear\":[\"50\",\"150\"],\"pricing\":{\"kind\":\"COST_PLUS\",\"marginShare\":\"12.5\"},\"reason\":\"a slower start\"}",
                200);
        assertThat(amended.jsonPath().getList("tonnesByYear")).containsExactly("50.000", "150.000");
        assertThat(amended.jsonPath().getString("tonnesPerYear")).isNull();
        assertThat(amended.jsonPath().getString("pricing.marginShare")).isEqualTo("12.5");
        act(id, "fulfilment", "{}", 200);

        var offtake = analyst().get("/v1/offtakes/" + id).jsonPath();
        assertThat(offtake.getString("status")).isEqualTo("FULFILLED");
        assertThat(offtake.getString("contractYears[0].scheduled")).isEqualTo("50.000");
        assertThat(offtake.getString("contractYears[0].committed")).isEqualTo("40.000");
        assertThat(offtake.getString("contractYears[0].delivered")).isEqualTo("30.500");
        assertThat(offtake.getString("contractYears[0].shortfall")).isEqualTo("9.500");
        assertThat(offtake.getString("disputes[0].extensions[0].previousCureBy"))
                .isEqualTo("2025-09-01");
        TopicReader.of(OFFTAKES).await(id, 9);
        assertThat(TopicReader.of(OFFTAKES).of(id))
                .extracting(CloudEvent::fact)
                .containsExactly(
                        "offtake-proposed",
                        "offtake-signed",
                        "offtake-in-force",
                        "offtake-delivered",
                        "offtake-disputed",
                        "offtake-cure-extended",
                        "offtake-cured",
                        "offtake-amended",
                        "offtake-fulfilled");
    }

    @Test
    void aMoveThatTheLifecycleDoesNotKnowIsRefusedWithWhatItDoes() {
        var id = proposed("");
        var refused = act(id, "fulfilment", "{}", 409);
        assertThatProblem(refused).is(409, "illegal-move");
        assertThat(refused.jsonPath().getList("allowed")).containsExactly("SIGNED", "ABANDONED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "tonnesByYear":["0"]                                    | 422 | tonnesByYear
                    "tonnesByYear":["1",null]                               | 422 | tonnesByYear
                    "tonnesByYear":["-1","2"]                               | 422 | tonnesByYear
                    "tonnesByYear":["1"],"years":2                          | 422 | years
                    "tonnesByYear":["1"],"tonnesPerYear":"1"                | 422 | tonnesPerYear
                    "pricing":{"note":"secret"}                             | 422 | pricing.kind
                    "pricing":{"kind":"BARTER"}                             | 422 | pricing.kind
                    "pricing":{"kind":"INDEX"}                              | 422 | pricing.reference
                    "pricing":{"kind":"FIXED","reference":"LME"}            | 400 | pricing.reference
                    "pricing":{"kind":"FLOOR","floorPerKg":{"amount":"-1.00","currency":"USD"}} | 422 | pricing.floorPerKg.amount
                    "takeOrPayShare":"100.1"                                | 422 | takeOrPayShare
                    """)
    void aWrongTermIsNamed(String field, int status, String named) {
        var answer = officer().body(body(field)).post("/v1/offtakes");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    deliveries | {"tonnes":"0","deliveredOn":"2025-02-01"}          | 422 | tonnes
                    deliveries | {"tonnes":"1"}                                     | 422 | deliveredOn
                    deliveries | {"tonnes":"-1","deliveredOn":"2025-02-01"}         | 422 | reason
                    deliveries | {"tonnes":"-1","deliveredOn":"2025-02-01","reason":"x"} | 422 | tonnes
                    deliveries | {"tonnes":"1","deliveredOn":"2999-01-01"}          | 422 | effectiveOn
                    deliveries | {"tonnes":1,"deliveredOn":"2025-02-01"}            | 400 | tonnes
                    dispute    | {"reason":"late"}                                  | 422 | cureBy
                    dispute    | {"reason":"late","cureBy":"2024-01-01"}            | 422 | cureBy
                    amendments | {"years":5}                                        | 422 | reason
                    amendments | {"years":101,"reason":"x"}                         | 422 | years
                    amendments | {"reason":"x"}                                     | 422 | tonnesPerYear
                    """)
    void aWrongActIsRefusedByField(String act, String body, int status, String named) {
        var answer = act(inForce(), act, body, status);
        assertThat(answer.jsonPath().getList("violations.field")).contains(named);
    }

    @Test
    void onlyItsAgencyActsAndOnlyWhoMaySeesIt() {
        var id = proposed(",\"releaseClass\":\"RESTRICTED\"");
        var exim = Tokens.of("deal-officer").agency("EXIM").subject("emil");
        assertThat(exim.request()
                        .header("If-Match", "*")
                        .body("{\"years\":4,\"reason\":\"x\"}")
                        .post("/v1/offtakes/" + id + "/amendments")
                        .statusCode())
                .isEqualTo(404);
        assertThat(exim.request()
                        .header("If-Match", "*")
                        .body("{\"years\":4,\"reason\":\"x\"}")
                        .post("/v1/offtakes/" + proposed("") + "/amendments")
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer()
                        .header("If-Match", "*")
                        .body("{}")
                        .post("/v1/offtakes/" + UUID.randomUUID() + "/fulfilment")
                        .statusCode())
                .isEqualTo(404);
    }

    private static UUID inForce() {
        var id = proposed("");
        act(id, "signing", "{\"effectiveOn\":\"2024-06-01\"}", 200);
        act(id, "in-force", "{\"effectiveOn\":\"2025-01-01\"}", 200);
        return id;
    }

    private static Response act(UUID id, String act, String body, int status) {
        var answer = officer().header("If-Match", "*").body(body).post("/v1/offtakes/" + id + "/" + act);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer;
    }

    private static UUID proposed(String more) {
        var answer = officer()
                .body(body("\"tonnesPerYear\":\"100\",\"years\":3,\"takeOrPayShare\":\"80\"" + more))
                .post("/v1/offtakes");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getUUID("id");
    }

    private static String body(String more) {
        return """
                {"reference":"%s","agency":"DFC","projectId":"%s","seller":{"name":"Miner","country":"BR"},
                 "buyer":{"name":"Maker","country":"US","kind":"MANUFACTURER"},"mineral":"RARE_EARTHS","product":"oxide",
                 "startsOn":"2025-01-01","effectiveOn":"2024-05-01",%s}
                """.formatted(UUID.randomUUID(), project, more);
    }
}
