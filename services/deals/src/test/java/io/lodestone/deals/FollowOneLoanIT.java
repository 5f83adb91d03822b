package io.lodestone.deals;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.deals.SomeRequests.act;
import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.approver;
import static io.lodestone.deals.SomeRequests.examined;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.deals.SomeRequests.proposal;
import static io.lodestone.deals.SomeRequests.proposed;
import static io.lodestone.deals.SomeRequests.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What goes right: from a proposal to repayments, and who sees it. */
@QuarkusTest
@WithBackbone(service = "deals")
class FollowOneLoanIT {

    @Test
    void aLoanIsProposedApprovedSignedDrawnAndPaidBack() {
        var deal = examined();
        var approved = act(
                approver(),
                deal,
                "approval",
                "{\"amount\":{\"amount\":\"465000000.00\",\"currency\":\"USD\"},\"note\":\"unanimous\"}");
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        assertThat(approved.header("ETag")).isEqualTo("\"4\"");
        assertThat(approved.jsonPath().getString("figures.authorizedUnsigned")).isEqualTo("465000000.00");
        assertThat(approved.jsonPath().getString("status")).isEqualTo("APPROVED");
        assertThat(approved.jsonPath().getString("approvedOn")).isNotNull();
        told(deal);
        assertThat(act(officer(), deal, "signing", "{}").jsonPath().getString("figures.undrawn"))
                .isEqualTo("465000000.00");
        assertThat(act(officer(), deal, "effectiveness", "{}").statusCode()).isEqualTo(200);
        act(
                officer(),
                deal,
                "disbursements",
                "{\"amount\":{\"amount\":\"100000000.01\",\"currency\":\"USD\"},\"tranche\":\"1\"}");
        var repaid = act(officer(), deal, "repayments", "{\"principal\":{\"amount\":\"0.01\",\"currency\":\"USD\"}}");
        assertThat(repaid.jsonPath().getString("figures.outstanding")).isEqualTo("100000000.00");
        assertThat(repaid.jsonPath().getString("figures.undrawn")).isEqualTo("364999999.99");
        TopicReader.of(DEALS).await(deal, 9);
        assertThat(TopicReader.of(DEALS).of(deal))
                .extracting(CloudEvent::fact)
                .containsExactly(
                        "deal-proposed",
                        "deal-applied",
                        "due-diligence-started",
                        "deal-approved",
                        "notice-sent",
                        "deal-signed",
                        "deal-effective",
                        "funds-disbursed",
                        "repayment-received");
        var history = analyst().get("/v1/deals/" + deal + "/events").jsonPath();
        assertThat(history.getList("items.version", Integer.class)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(history.getString("items[3].actor")).isEqualTo("anna");
        assertThat(history.getString("items[3].data.agency")).isEqualTo("DFC");
        assertThat(history.getString("items[3].data.figures.authorizedUnsigned"))
                .isEqualTo("465000000.00");
        assertThat(history.getString("items[0].data.effectiveOn")).isEqualTo("2025-01-15");
    }

    @Test
    void aReadIsAnswered304WhenNothingChanged() {
        var deal = proposed();
        var read = analyst().get("/v1/deals/" + deal);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(analyst()
                        .header("If-None-Match", "\"1\"")
                        .get("/v1/deals/" + deal)
                        .statusCode())
                .isEqualTo(304);
        act(officer(), deal, "application", "{}");
        assertThat(analyst()
                        .header("If-None-Match", "\"1\"")
                        .get("/v1/deals/" + deal)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theListIsFilteredAndPaged() {
        var project = project(UUID.randomUUID().toString());
        for (int i = 0; i < 5; i++) {
            assertThat(officer().body(proposal(project, "")).post("/v1/deals").statusCode())
                    .isEqualTo(201);
        }
        var seen = new ArrayList<String>();
        var path = "/v1/deals?agency=DFC&status=LETTER_OF_INTEREST&mineral=RARE_EARTHS&country=BR&projectId=" + project
                + "&limit=2";
        var page = analyst().get(path).jsonPath();
        seen.addAll(page.getList("items.id", String.class));
        while (page.getString("next") != null) {
            page = analyst().get(path + "&after=" + page.getString("next")).jsonPath();
            seen.addAll(page.getList("items.id", String.class));
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSorted();
        assertThat(analyst().get(path + "&instrument=GRANT").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void aRestrictedDealExistsOnlyForItsAgencyAndTheCleared() {
        var project = project(UUID.randomUUID().toString());
        var deal = officer()
                .body(proposal(project, ",\"releaseClass\":\"RESTRICTED\""))
                .post("/v1/deals")
                .jsonPath()
                .getUUID("id");
        var exim = Tokens.of("deal-officer").agency("EXIM").subject("emil");
        for (var stranger : List.of(
                exim,
                Tokens.of("analyst").subject("carl"),
                Tokens.of("partner").subject("paul"),
                Tokens.of("partner").agency("DFC"))) {
            assertThat(stranger.request().get("/v1/deals/" + deal).statusCode()).isEqualTo(404);
            for (var part : List.of("/events", "/rules")) {
                assertThat(stranger.request().get("/v1/deals/" + deal + part).statusCode())
                        .isEqualTo(404);
            }
            assertThat(stranger.request()
                            .get("/v1/deals?projectId=" + project)
                            .jsonPath()
                            .getList("items"))
                    .isEmpty();
        }
        var money = "{\"amount\":\"1.00\",\"currency\":\"USD\"}";
        var acts = Map.ofEntries(
                Map.entry("application", "{}"),
                Map.entry("due-diligence", "{}"),
                Map.entry("approval", "{}"),
                Map.entry("declination", "{\"reason\":\"no\"}"),
                Map.entry("notices", "{\"ruleId\":\"LIM-08\",\"sentOn\":\"2025-02-01\"}"),
                Map.entry("rules/LIM-08/override", "{\"reason\":\"no\"}"),
                Map.entry("signing", "{}"),
                Map.entry("effectiveness", "{}"),
                Map.entry("conditions/permit/satisfaction", "{\"evidence\":\"seen\"}"),
                Map.entry("conditions/permit/waiver", "{\"reason\":\"no\"}"),
                Map.entry("amendments", "{\"expiresOn\":\"2030-01-01\",\"reason\":\"no\"}"),
                Map.entry("disbursements", "{\"amount\":" + money + "}"),
                Map.entry("interest-capitalisations", "{\"amount\":" + money + "}"),
                Map.entry("repayments", "{\"principal\":" + money + "}"),
                Map.entry("liability-adjustments", "{\"contingent\":" + money + ",\"method\":\"no\"}"),
                Map.entry("default", "{\"reason\":\"no\"}"),
                Map.entry("default/cure", "{}"),
                Map.entry("default/waiver", "{\"reason\":\"no\"}"),
                Map.entry("payment-deferrals", "{\"until\":\"2030-01-01\",\"reason\":\"no\"}"),
                Map.entry("write-offs", "{\"amount\":" + money + ",\"reason\":\"no\"}"),
                Map.entry("cancellation", "{\"reason\":\"no\"}"),
                Map.entry("termination", "{\"reason\":\"no\"}"),
                Map.entry("closing", "{}"));
        var both = Tokens.of("deal-officer", "deal-approver").agency("EXIM").subject("emil");
        var open = officer()
                .body(proposal(project, ""))
                .post("/v1/deals")
                .jsonPath()
                .getUUID("id");
        acts.forEach((act, body) -> {
            assertThat(act(both.request(), deal, act, body).statusCode())
                    .as(act)
                    .isEqualTo(404);
            assertThat(act(both.request(), open, act, body).statusCode())
                    .as(act)
                    .isEqualTo(403);
        });
        assertThat(Tokens.of("analyst")
                        .restricted()
                        .request()
                        .get("/v1/deals/" + deal)
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer().get("/v1/deals?projectId=" + project).jsonPath().getList("items"))
                .hasSize(2);
    }

    @Test
    void aProjectThatIsOnItsWayIsWaitedFor() throws Exception {
        var reference = UUID.randomUUID().toString();
        try (var pool = Executors.newSingleThreadExecutor()) {
            var line = """
                    {"reference":"%s","agency":"DFC","instrument":"GRANT","title":"A grant","projectReference":"%s","obligor":{"name":"A","country":"US"},"headline":{"amount":"1.00","currency":"USD"},"enterAs":"APPLIED"}
                    """.formatted(UUID.randomUUID(), reference);
            var answer = pool.submit(() -> officer()
                    .contentType("application/x-ndjson")
                    .accept("*/*")
                    .body(line.getBytes(UTF_8))
                    .post("/v1/deals/imports")
                    .asString());
            project(reference);
            assertThat(answer.get()).contains("\"status\":\"created\"");
        }
    }
}
