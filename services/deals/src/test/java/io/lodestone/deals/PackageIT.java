package io.lodestone.deals;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.deals.SomeRequests.act;
import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.deals.SomeRequests.proposal;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Packages of deals, across agencies. */
@QuarkusTest
@WithBackbone(service = "deals")
class PackageIT {

    private static UUID project = new UUID(0, 0);

    @BeforeAll
    static void aProject() {
        project = project(UUID.randomUUID().toString());
    }

    @Test
    void aPackageHoldsDealsOfSeveralAgenciesAndTotalsPerMeasure() {
        var id = created();
        var ours = deal(officer(), "");
        var theirs = exim().body(proposal(project, "").replace("\"DFC\"", "\"EXIM\""))
                .post("/v1/deals")
                .jsonPath()
                .getUUID("id");
        put(officer(), id, ours, 200);
        var answer = put(exim(), id, theirs, 200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        var read = analyst().get("/v1/packages/" + id).jsonPath();
        assertThat(read.getList("deals.agency")).containsExactlyInAnyOrder("DFC", "EXIM");
        assertThat(read.getList("totals.currency")).containsExactly("USD");
        assertThat(read.getString("totals[0].pipeline")).isEqualTo("930000000.00");
        assertThat(read.getString("totals[0].outstanding")).isEqualTo("0.00");
        assertThat(analyst().get("/v1/deals?packageId=" + id).jsonPath().getList("items"))
                .hasSize(2);
        var fact = TopicReader.of(DEALS).await(ours, 2);
        assertThat(fact.fact()).isEqualTo("deal-amended");

        assertThat(put(officer(), id, ours, 200).header("ETag")).as("again").isEqualTo("\"3\"");
        assertThatProblem(put(officer(), created(), ours, 409)).is(409, "in-another-package");
        assertThat(delete(officer(), id, ours).statusCode()).isEqualTo(200);
        assertThat(delete(officer(), id, ours).statusCode()).isEqualTo(404);
        assertThat(analyst().get("/v1/packages/" + id).jsonPath().getString("totals[0].pipeline"))
                .isEqualTo("465000000.00");
    }

    @Test
    void aRestrictedDealIsInNoTotalOfThoseWhoMayNotSeeIt() {
        var id = created();
        var secret = deal(officer(), ",\"releaseClass\":\"RESTRICTED\"");
        put(officer(), id, secret, 200);
        assertThat(analyst().get("/v1/packages/" + id).jsonPath().getList("deals"))
                .isEmpty();
        assertThat(analyst().get("/v1/packages/" + id).jsonPath().getList("totals"))
                .isEmpty();
        assertThat(officer().get("/v1/packages/" + id).jsonPath().getList("deals"))
                .hasSize(1);
        assertThat(put(exim(), id, secret, 404).statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayNotIsRefusedAndWhatIsUnknownToo() {
        var id = created();
        var ours = deal(officer(), "");
        put(exim(), id, ours, 403);
        put(officer(), UUID.randomUUID(), ours, 404);
        put(officer(), id, UUID.randomUUID(), 404);
        assertThat(analyst()
                        .header("If-Match", "*")
                        .put("/v1/packages/" + id + "/deals/" + ours)
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer().put("/v1/packages/" + id + "/deals/" + ours).statusCode())
                .isEqualTo(428);
        assertThatProblem(officer()
                        .body(proposal(project, ",\"packageId\":\"" + UUID.randomUUID() + "\""))
                        .post("/v1/deals"))
                .is(422, "reference-unknown")
                .violates("packageId");
        assertThatProblem(officer()
                        .body("{\"reference\":\"x\",\"title\":\"x\",\"agency\":\"EXIM\"}")
                        .post("/v1/packages"))
                .is(403, "not-your-agency");
        assertThatProblem(officer().body("{\"reference\":\"x\"}").post("/v1/packages"))
                .is(422, "invalid")
                .violates("title");
        assertThatProblem(analyst().get("/v1/packages?agency=DFK")).is(422, "invalid");
    }

    @Test
    void packagesAreImportedAndGainDeals() {
        var reference = UUID.randomUUID().toString();
        var first = deal(officer(), "");
        var second = deal(officer(), "");
        var line = line(reference, first);
        assertThat(take(line)).contains("\"created\"");
        assertThat(take(line)).contains("\"unchanged\"");
        assertThat(take(line(reference, first, second))).contains("\"updated\"");
        assertThat(take(line(reference, first).replace("A package", "Another"))).contains("import-differs");
        assertThat(take("{\"reference\":\"" + UUID.randomUUID()
                        + "\",\"title\":\"x\",\"deals\":[{\"agency\":\"DFC\",\"reference\":\"nowhere\"}]}\n"))
                .contains("deals[0]");
        var list = analyst().get("/v1/packages?agency=DFC&limit=500").jsonPath();
        assertThat(list.getList("items.reference")).contains(reference);
        assertThat(act(officer(), first, "application", "{}").jsonPath().getString("packageId"))
                .isNotNull();
    }

    private static String take(String lines) {
        return officer()
                .contentType("application/x-ndjson")
                .accept("*/*")
                .body(lines.getBytes(UTF_8))
                .post("/v1/packages/imports")
                .asString();
    }

    private static String line(String reference, UUID... deals) {
        var names = java.util.Arrays.stream(deals)
                .map(deal -> "{\"agency\":\"DFC\",\"reference\":\""
                        + officer().get("/v1/deals/" + deal).jsonPath().getString("reference") + "\"}")
                .toList();
        return "{\"reference\":\"" + reference + "\",\"agency\":\"DFC\",\"title\":\"A package\",\"deals\":" + names
                + "}\n";
    }

    private static UUID created() {
        var answer = officer()
                .body("{\"reference\":\"" + UUID.randomUUID() + "\",\"title\":\"A package\",\"note\":\"of two\"}")
                .post("/v1/packages");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getUUID("id");
    }

    private static UUID deal(RequestSpecification caller, String more) {
        var answer = caller.body(proposal(project, more)).post("/v1/deals");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getUUID("id");
    }

    private static Response put(RequestSpecification caller, UUID id, UUID deal, int status) {
        var answer = caller.header("If-Match", "*").put("/v1/packages/" + id + "/deals/" + deal);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer;
    }

    private static Response delete(RequestSpecification caller, UUID id, UUID deal) {
        return caller.header("If-Match", "*").delete("/v1/packages/" + id + "/deals/" + deal);
    }

    private static RequestSpecification exim() {
        return Tokens.of("deal-officer").agency("EXIM").subject("emil").request();
    }
}
