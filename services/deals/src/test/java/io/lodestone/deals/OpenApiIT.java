package io.lodestone.deals;

import static io.lodestone.deals.SomeLimitRequests.limit;
import static io.lodestone.deals.SomeLimitRequests.someObligor;
import static io.lodestone.deals.SomeRequests.act;
import static io.lodestone.deals.SomeRequests.approver;
import static io.lodestone.deals.SomeRequests.examined;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.deals.SomeRequests.proposal;
import static io.lodestone.deals.SomeRequests.proposed;
import static io.lodestone.deals.SomeRequests.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.BadInputContract;
import io.lodestone.testing.OpenApiContract;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithBackbone(service = "deals")
class OpenApiIT implements OpenApiContract, BadInputContract {

    private static final String CONDITION =
            ",\"conditions\":[{\"key\":\"some-key\",\"kind\":\"LEGAL\",\"description\":\"an opinion\"}]";

    /** Made once; only a test has a service to ask. */
    private static Map<String, String> known = Map.of();

    @Override
    public String service() {
        return "deals";
    }

    @Override
    public Map<String, String> known() {
        return known;
    }

    @BeforeEach
    void whatBadInputIsAbout() {
        if (known.isEmpty()) {
            known = books();
        }
    }

    /** Each act finds a deal or an agreement in a status that it belongs to. */
    private static Map<String, String> books() {
        var ids = new HashMap<String, UUID>();
        var examined = examined();
        var approved = approved();
        var effective = drawn();
        var inDefault = drawn();
        did(inDefault, "default", "{\"reason\":\"unpaid\"}");
        ids.put("/v1/deals/{id}", effective);
        ids.put("/v1/deals/{id}/application", proposed());
        ids.put("/v1/deals/{id}/approval", examined);
        ids.put("/v1/deals/{id}/declination", examined);
        ids.put("/v1/deals/{id}/limit-checks", examined);
        for (var act : List.of("signing", "conditions/{key}/satisfaction", "conditions/{key}/waiver", "amendments")) {
            ids.put("/v1/deals/{id}/" + act, approved);
        }
        for (var act : List.of("default/cure", "default/waiver", "write-offs", "payment-deferrals")) {
            ids.put("/v1/deals/{id}/" + act, inDefault);
        }
        ids.put("/v1/offtakes/{id}", offtake("signing", "in-force"));
        ids.put("/v1/offtakes/{id}/signing", offtake());
        ids.put("/v1/offtakes/{id}/in-force", offtake("signing"));
        var disputed = offtake("signing", "in-force", "dispute");
        ids.put("/v1/offtakes/{id}/dispute/extension", disputed);
        ids.put("/v1/offtakes/{id}/dispute/cure", disputed);
        ids.put("/v1/packages/{id}", bundle());
        ids.put("/v1/packages/{id}/deals/{dealId}", effective);
        ids.put("/v1/limits/{id}", limit(someObligor(), "300.00", "WARN"));
        var books = new HashMap<String, String>(Map.of("/v1/deals/{id}/rules/{ruleId}", "LIM-08"));
        ids.forEach((path, id) -> books.put(path, id.toString()));
        return books;
    }

    private static UUID approved() {
        var deal = officer()
                .body(proposal(project(UUID.randomUUID().toString()), CONDITION))
                .post("/v1/deals")
                .jsonPath()
                .getUUID("id");
        told(deal);
        did(deal, "application", "{}");
        did(deal, "due-diligence", "{}");
        assertThat(act(approver(), deal, "approval", "{}").statusCode()).isEqualTo(200);
        return deal;
    }

    private static UUID drawn() {
        var deal = approved();
        did(deal, "signing", "{}");
        did(deal, "conditions/some-key/satisfaction", "{\"evidence\":\"the opinion\"}");
        did(deal, "effectiveness", "{}");
        did(deal, "disbursements", "{\"amount\":{\"amount\":\"100000000.00\",\"currency\":\"USD\"}}");
        return deal;
    }

    private static void did(UUID deal, String act, String body) {
        var answer = act(officer(), deal, act, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static UUID offtake(String... acts) {
        var answer = officer()
                .body("""
                        {"reference":"%s","agency":"DFC","projectId":"%s","seller":{"name":"Miner","country":"BR"},
                         "buyer":{"name":"Maker","country":"US","kind":"MANUFACTURER"},"mineral":"RARE_EARTHS","product":"oxide",
                         "tonnesPerYear":"100","effectiveOn":"2025-05-01"}
                        """.formatted(UUID.randomUUID(), project(UUID.randomUUID().toString())))
                .post("/v1/offtakes");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        var id = answer.jsonPath().getUUID("id");
        for (var act : acts) {
            var body = act.equals("dispute") ? "{\"reason\":\"late\",\"cureBy\":\"2999-01-01\"}" : "{}";
            var done = officer().header("If-Match", "*").body(body).post("/v1/offtakes/" + id + "/" + act);
            assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        }
        return id;
    }

    private static UUID bundle() {
        var answer = officer()
                .body("{\"reference\":\"%s\",\"title\":\"A package\"}".formatted(UUID.randomUUID()))
                .post("/v1/packages");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getUUID("id");
    }
}
