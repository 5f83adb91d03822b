package io.lodestone.projects.financing;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;
import static io.lodestone.projects.Callers.analyst;
import static io.lodestone.projects.Callers.registered;
import static io.lodestone.projects.Callers.registrar;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.TopicSpeaker;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackbone(service = "projects")
class FundingIT {

    @Test
    void whatDealsSayMovesThePositionAndIsToldOnce() {
        // Given a project that needs 1,000,000.00
        var id = registered();
        var project = UUID.fromString(id);
        var loan = SomeDeals.of(project, "EXIM", "600000.00");
        var equity = SomeDeals.of(project, "PRIVATE", "300000.00");

        // When
        TopicSpeaker.say(DEALS, loan.proposed(), loan.approved(), loan.signed(), loan.signed());
        TopicReader.of(PROJECTS).await(fact -> gapOf(fact, project).equals("400000.00"));
        TopicSpeaker.say(DEALS, equity.proposed(), equity.approved(), equity.signed());
        var last = TopicReader.of(PROJECTS).await(fact -> gapOf(fact, project).equals("100000.00"));

        // Then
        assertThat(last.type()).isEqualTo("io.lodestone.projects.funding-position-changed.v1");
        assertThat(last.attribute("actor")).isEqualTo("service:test");
        assertThat(last.data().path("effectiveOn").asText()).isEqualTo("2026-02-27");
        assertThat(TopicReader.of(PROJECTS).of(project))
                .extracting(fact -> fact.data().path("positions"))
                .doesNotHaveDuplicates();
        analyst()
                .get("/v1/projects/" + id + "/funding")
                .then()
                .statusCode(200)
                .body("currencies.size()", equalTo(1))
                .body("currencies[0].currency", equalTo("USD"))
                .body("currencies[0].signed.amount", equalTo("900000.00"))
                .body("currencies[0].gap.amount", equalTo("100000.00"))
                .body("currencies[0].overSubscribed", equalTo(false))
                .body("currencies[0].privatePerPublic", equalTo("0.5000"))
                .body("currencies[0].byAgency.agency", equalTo(List.of("EXIM", "PRIVATE")))
                .body("currencies[0].byAgency.kind", equalTo(List.of("US_AGENCY", "PRIVATE")));
        analyst().get("/v1/projects/" + id).then().header("ETag", '"' + last.attribute("version") + '"');
    }

    /** What is missing after the fact; empty for a fact of another project, or of another kind. */
    private static String gapOf(CloudEvent fact, UUID project) {
        return fact.attribute("subject").equals(project.toString())
                ? fact.data().at("/positions/0/gap/amount").asText()
                : "";
    }

    @Test
    void restrictedDealsAreForThoseWhoMaySeeThem() {
        var id = registered();
        var project = UUID.fromString(id);
        var secret = SomeDeals.of(project, "DOD", "400000.00").restricted();
        var open = SomeDeals.of(project, "DFC", "700000.00");

        TopicSpeaker.say(DEALS, secret.proposed());
        TopicSpeaker.say(DEALS, open.proposed());
        var told = TopicReader.of(PROJECTS).await(project, 2);

        assertThat(told.data()
                        .path("positions")
                        .path(0)
                        .path("pipeline")
                        .path("amount")
                        .asText())
                .isEqualTo("700000.00");
        analyst()
                .get("/v1/projects/" + id + "/funding")
                .then()
                .body("currencies[0].pipeline.amount", equalTo("700000.00"))
                .body("currencies[0].overSubscribed", equalTo(false));
        await().untilAsserted(() -> Tokens.of("deal-officer")
                .agency("DOD")
                .request()
                .get("/v1/projects/" + id + "/funding")
                .then()
                .body("currencies[0].pipeline.amount", equalTo("1100000.00"))
                .body("currencies[0].overSubscribed", equalTo(true)));
    }

    @Test
    void anotherCapitalNeedIsAnotherGap() {
        var id = registered();
        var project = UUID.fromString(id);
        TopicSpeaker.say(DEALS, SomeDeals.of(project, "EXIM", "600000.00").proposed());
        TopicReader.of(PROJECTS).await(project, 2);

        registrar()
                .header("If-Match", "\"2\"")
                .body("{\"capex\":{\"amount\":\"500000.00\",\"currency\":\"USD\"}}")
                .post("/v1/projects/" + id + "/revisions")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");

        var told = TopicReader.of(PROJECTS).await(project, 4);
        assertThat(told.type()).isEqualTo("io.lodestone.projects.funding-position-changed.v1");
        assertThat(told.data().path("positions").path(0).path("overSubscribed").asBoolean())
                .isTrue();
    }

    @Test
    void aProjectWithoutDealsMissesAllItNeeds() {
        analyst()
                .get("/v1/projects/" + registered() + "/funding")
                .then()
                .statusCode(200)
                .body("currencies[0].gap.amount", equalTo("1000000.00"))
                .body("currencies[0].privatePerPublic", nullValue());
        assertThatProblem(analyst().get("/v1/projects/" + UUID.randomUUID() + "/funding"))
                .is(404, "not-found");
    }
}
