package io.lodestone.deals;

import static io.lodestone.deals.SomeRequests.act;
import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.approver;
import static io.lodestone.deals.SomeRequests.examined;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.deals.SomeRequests.proposal;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Statutory rules over HTTP, and terms as they are told. */
@QuarkusTest
@WithBackbone(service = "deals")
class RulesIT {

    @Test
    void aRuleHoldsUpASigningUntilItsClockIsOverOrAnApproverOverridesIt() {
        var deal = examined();
        act(approver(), deal, "approval", "{}");
        var refused = act(officer(), deal, "signing", "{}");
        assertThatProblem(refused).is(409, "rule-blocks").allows("notices", "rules/LIM-08/override");
        assertThat(refused.jsonPath().getString("rule")).isEqualTo("LIM-08");
        assertThat(refused.jsonPath().getString("citation")).isEqualTo("22 USC 9656(a)");
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        act(officer(), deal, "notices", "{\"ruleId\":\"LIM-08\",\"sentOn\":\"" + yesterday + "\"}");
        assertThat(act(officer(), deal, "signing", "{}").jsonPath().getString("until"))
                .isEqualTo(yesterday.plusDays(15).toString());
        var running = analyst().get("/v1/deals/" + deal + "/rules").jsonPath();
        assertThat(running.getString("items.find { it.rule == 'LIM-08' }.state"))
                .isEqualTo("CLOCK_RUNNING");
        var reason = "{\"reason\":\"the committees agreed\"}";
        assertThatProblem(act(officer(), deal, "rules/LIM-08/override", reason)).is(403, "forbidden");
        var both = Tokens.of("deal-officer", "deal-approver").agency("DFC").subject("olga");
        assertThatProblem(act(both.request(), deal, "rules/LIM-08/override", reason))
                .is(403, "four-eyes");
        assertThatProblem(act(approver(), deal, "rules/LIM-15/override", reason))
                .is(404, "not-found");
        assertThat(act(approver(), deal, "rules/LIM-08/override", reason).statusCode())
                .isEqualTo(200);
        assertThat(act(officer(), deal, "signing", "{}").statusCode()).isEqualTo(200);
        assertThat(analyst().get("/v1/deals/" + deal + "/rules").jsonPath().getString("items[-1].state"))
                .isEqualTo("OVERRIDDEN");
    }

    @Test
    void theRulesAreRead() {
        assertThat(analyst().get("/v1/rules?agency=DFC&effect=CLOCK").jsonPath().getList("items.id"))
                .containsExactly("LIM-08", "LIM-09");
        assertThat(analyst().get("/v1/rules/LIM-15").jsonPath().getString("citation"))
                .isEqualTo("12 USC 635(b)(3)");
        assertThatProblem(analyst().get("/v1/rules?agency=DFX")).is(422, "invalid");
        assertThatProblem(analyst().get("/v1/rules?asOf=soon")).is(422, "invalid");
        assertThatProblem(analyst().get("/v1/rules/LIM-08?asOf=1999-01-01")).is(404, "not-found");
    }

    @Test
    void theRulesComeInPages() {
        var all = analyst().get("/v1/rules").jsonPath();
        assertThat(all.getString("next")).isNull();
        var seen = new ArrayList<String>();
        var address = "/v1/rules?limit=4";
        for (int page = 0; page < 10 && address != null; page++) {
            var answer = analyst().urlEncodingEnabled(false).get(address);
            assertThat(answer.jsonPath().getList("items")).hasSizeLessThanOrEqualTo(4);
            seen.addAll(answer.jsonPath().getList("items.id"));
            address =
                    answer.header("Link") == null ? null : answer.header("Link").replaceFirst("^<([^>]*)>.*", "$1");
        }
        assertThat(seen).isEqualTo(all.getList("items.id")).hasSizeGreaterThan(8);
        var deal = examined();
        var first = analyst().get("/v1/deals/" + deal + "/rules?limit=1").jsonPath();
        assertThat(first.getList("items.rule")).containsExactly("LIM-05");
        assertThat(analyst()
                        .get("/v1/deals/" + deal + "/rules?after=" + first.getString("next"))
                        .jsonPath()
                        .getList("items.rule"))
                .containsExactly("LIM-08");
        assertThatProblem(analyst().get("/v1/rules?limit=0"))
                .is(400, "malformed")
                .violates("limit");
    }

    @Test
    void termsAreToldAndReadAsTheyWereAsked() {
        var project = project(UUID.randomUUID().toString());
        var more = ",\"terms\":{\"tenorMonths\":180,\"basis\":\"SOFR\",\"spreadBasisPoints\":250},\"conditions\":"
                + "[{\"key\":\"permit\",\"kind\":\"PERMIT\",\"description\":\"the permit\"}]";
        var created = officer().body(proposal(project, more)).post("/v1/deals").jsonPath();
        assertThat(created.getString("terms.kind")).isEqualTo("LOAN");
        var events = analyst()
                .get("/v1/deals/" + created.getString("id") + "/events")
                .jsonPath();
        assertThat(events.getInt("items[0].data.terms.spreadBasisPoints")).isEqualTo(250);
        assertThat(events.getString("items[0].data.conditions[0].key")).isEqualTo("permit");
    }
}
