package io.lodestone.deals;

import static io.lodestone.deals.SomeRequests.act;
import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.approver;
import static io.lodestone.deals.SomeRequests.examined;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.deals.SomeRequests.proposal;
import static io.lodestone.deals.SomeRequests.proposed;
import static io.lodestone.deals.SomeRequests.told;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong: each gets its status as a problem that names field or rule; nothing is stored, nothing published. */
@QuarkusTest
@WithBackbone(service = "deals")
class WrongInputIT {

    private final DataSource database;
    private UUID project = new UUID(0, 0);
    private UUID deal = new UUID(0, 0);
    private long facts;

    WrongInputIT(DataSource database) {
        this.database = database;
    }

    @BeforeEach
    void count() throws SQLException {
        project = project(UUID.randomUUID().toString());
        deal = proposed();
        facts = facts();
    }

    @AfterEach
    void nothingWasStoredOrPublished() throws SQLException {
        assertThat(facts()).isEqualTo(facts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "headline":{"amount":"1.00","currency":"USX"}  | 422 | headline.currency
                    "headline":{"amount":"-1.00","currency":"USD"} | 422 | headline.amount
                    "headline":{"amount":"1.001","currency":"USD"} | 422 | headline.amount
                    "headline":{"amount":1,"currency":"USD"}       | 400 | headline.amount
                    "headline":{"amount":"1000000000000000.00","currency":"USD"} | 422 | headline.amount
                    "instrument":"LOAN"                            | 422 | instrument
                    "agency":"DFK"                                 | 422 | agency
                    "enterAs":"SIGNED"                             | 422 | enterAs
                    "obligor":{"name":"","country":"BR"}           | 422 | obligor.name
                    "obligor":{"name":"A","country":"XX"}          | 422 | obligor.country
                    "obligor":{"name":"A","country":"BR","lei":"5493001KJTIIGC8Y1R13"} | 422 | obligor.lei
                    "projectId":"not-an-id"                        | 422 | projectId
                    "effectiveOn":"2999-01-01"                     | 422 | effectiveOn
                    "effectiveOn":"2026-02-30"                     | 422 | effectiveOn
                    "terms":{"coveredShare":"80"}                  | 422 | terms.coveredShare
                    "conditions":[{"key":"a","kind":"PERMIT","description":"x","status":"WAIVED"}] | 422 | conditions
                    "conditions":[null]                            | 422 | conditions
                    "sources":[null]                               | 422 | sources
                    "amounts":"1.00"                               | 400 | amounts
                    "title":7                                      | 400 | title
                    "title":"a\\u0000b"                            | 422 | title
                    "effectiveOn":"-9999-01-01"                    | 422 | effectiveOn
                    "sources":[{"url":"ftp://x","seenOn":"2026-01-01","confidence":"REPORTED"}] | 422 | sources[0].url
                    "conditions":[{"key":"a","kind":"PERMIT","description":"x"},{"key":"a","kind":"PERMIT","description":"x"}] | 422 | conditions
                    """)
    void aWrongFieldIsNamed(String change, int status, String field) {
        var body = proposal(project, "").strip();
        var name = change.substring(1, change.indexOf('"', 1));
        var without = body.replaceAll("\"" + name + "\":(\\{[^}]*}|\"[^\"]*\"),?", "")
                .replace(",\n}", "}")
                .replaceAll(",\\s*}$", "}");
        var answer = officer()
                .body(without.substring(0, without.lastIndexOf('}')) + "," + change + "}")
                .post("/v1/deals");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getList("violations.field", String.class)).contains(field);
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        assertThatProblem(officer().body("{\"reference\":").post("/v1/deals")).is(400, "malformed");
        assertThatProblem(officer().body("").post("/v1/deals")).is(400, "malformed");
        assertThatProblem(officer().contentType("text/plain").body("x").post("/v1/deals"))
                .is(415, "unsupported-media-type");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatProblem(officer().body("{}").post("/v1/deals"))
                .is(422, "invalid")
                .violates("headline");
    }

    @Test
    void anUnknownProjectIsRefusedAfterAWhile() {
        assertThatProblem(officer().body(proposal(UUID.randomUUID(), "")).post("/v1/deals"))
                .is(422, "reference-unknown")
                .violates("projectId");
    }

    @Test
    void aReferenceCanBeUsedOnce() throws SQLException {
        var body = proposal(project, "");
        assertThat(officer().body(body).post("/v1/deals").statusCode()).isEqualTo(201);
        facts++;
        assertThatProblem(officer().body(body).post("/v1/deals")).is(409, "reference-taken");
    }

    @Test
    void anImpossibleMoveTellsWhatIsPossible() {
        assertThatProblem(act(officer(), deal, "signing", "{}"))
                .is(409, "illegal-move")
                .allows("APPLIED", "CANCELLED");
    }

    @Test
    void aMoveNeedsTheVersionItWasDecidedOn() {
        assertThatProblem(officer().body("{}").post("/v1/deals/" + deal + "/application"))
                .is(428, "if-match-missing");
        assertThatProblem(officer().header("If-Match", "\"7\"").body("{}").post("/v1/deals/" + deal + "/application"))
                .is(412, "stale");
    }

    @Test
    void whoAsksMustBeSomebodyWithTheRoleAndTheAgency() {
        assertThatProblem(RestAssured.given()
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/deals"))
                .is(401, "no-valid-token");
        assertThatProblem(RestAssured.given().get("/v1/deals")).is(401, "no-valid-token");
        assertThatProblem(analyst().body(proposal(project, "")).post("/v1/deals"))
                .is(403, "forbidden");
        var exim = Tokens.of("deal-officer").agency("EXIM");
        assertThatProblem(exim.request().body(proposal(project, "")).post("/v1/deals"))
                .is(403, "not-your-agency");
        assertThatProblem(act(exim.request(), deal, "application", "{}")).is(403, "not-your-agency");
        assertThatProblem(act(officer(), deal, "approval", "{}")).is(403, "forbidden");
    }

    @Test
    void whoSubmittedMayNotApprove() throws SQLException {
        var examined = examined();
        facts = facts();
        var both = Tokens.of("deal-officer", "deal-approver").agency("DFC").subject("olga");
        assertThatProblem(act(both.request(), examined, "approval", "{}")).is(403, "four-eyes");
        assertThatProblem(act(both.request(), examined, "approval", "{\"decidedBy\":\"the board\"}"))
                .is(403, "four-eyes");
    }

    @Test
    void tooMuchMoneyIsRefusedByRule() throws SQLException {
        var signed = examined();
        told(signed);
        act(approver(), signed, "approval", "{}");
        act(officer(), signed, "signing", "{}");
        act(officer(), signed, "effectiveness", "{}");
        facts = facts();
        assertThatProblem(act(
                        officer(),
                        signed,
                        "disbursements",
                        "{\"amount\":{\"amount\":\"465000000.01\",\"currency\":\"USD\"}}"))
                .is(409, "over-draw");
        assertThatProblem(act(
                        officer(), signed, "repayments", "{\"principal\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}"))
                .is(409, "over-draw");
        assertThatProblem(act(
                        officer(), signed, "disbursements", "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}"))
                .is(422, "invalid")
                .violates("amount.currency");
        assertThatProblem(act(
                        officer(), signed, "disbursements", "{\"amount\":{\"amount\":\"0.00\",\"currency\":\"USD\"}}"))
                .is(422, "invalid")
                .violates("amount.amount");
    }

    @Test
    void aBodyOfElevenMebibytesIsTooLarge() {
        var large = "{\"title\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}";
        assertThatProblem(officer().body(large).post("/v1/deals")).is(413, "too-large");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatProblem(analyst().get("/v1/deals/" + UUID.randomUUID())).is(404, "not-found");
        assertThatProblem(analyst().get("/v1/deals/nonsense")).is(404, "not-found");
        assertThatProblem(analyst().delete("/v1/deals/" + deal)).is(405, "method-not-allowed");
        assertThatProblem(analyst().get("/v1/deals?agency=DFK"))
                .is(422, "invalid")
                .violates("agency");
        assertThatProblem(analyst().get("/v1/deals?country=XX"))
                .is(422, "invalid")
                .violates("country");
        assertThatProblem(analyst().get("/v1/deals?limit=0"))
                .is(400, "malformed")
                .violates("limit");
    }

    private long facts() throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("select count(*) from fact")) {
            row.next();
            return row.getLong(1);
        }
    }
}
