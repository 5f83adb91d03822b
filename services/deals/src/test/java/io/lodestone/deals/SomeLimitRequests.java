package io.lodestone.deals;

import static io.lodestone.deals.SomeRequests.approver;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Limits and deals that use them, for component tests. Each obligor is new, so that tests do not meet. */
final class SomeLimitRequests {

    private SomeLimitRequests() {}

    static String someObligor() {
        return "MINER " + UUID.randomUUID();
    }

    /** A limit of DFC on all that one obligor uses, in USD. */
    static UUID limit(String obligor, String threshold, String effect) {
        var answer = put(terms(obligor, threshold, effect), "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getUUID("id");
    }

    static String terms(String obligor, String threshold, String effect) {
        return """
                {"key":"%s","title":"What DFC lends to one","scope":{"agencies":["DFC"],"obligors":["%s"]},
                 "rungs":["AUTHORIZED_UNSIGNED","UNDRAWN","OUTSTANDING","CONTINGENT"],
                 "threshold":{"amount":"%s","currency":"USD"},"warnAt":["80","90"],"effect":"%s","validFrom":"2026-01-01"}
                """.formatted(key(obligor), obligor, threshold, effect);
    }

    static String key(String obligor) {
        return obligor.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static Response put(String terms, String ifMatch) {
        var request = approver();
        if (!ifMatch.isEmpty()) {
            request = request.header("If-Match", ifMatch);
        }
        return request.body(terms).put("/v1/limits");
    }

    /** Deals of one obligor in due diligence, 100 USD each. */
    static List<UUID> examined(String obligor, int howMany) {
        return examined(obligor, howMany, project(UUID.randomUUID().toString()), "");
    }

    static List<UUID> examined(String obligor, int howMany, UUID project, String more) {
        var lines = IntStream.range(0, howMany)
                .mapToObj(i -> """
                        {"reference":"%s","agency":"DFC","instrument":"DIRECT_LOAN","title":"A loan","projectId":"%s","obligor":{"name":"%s","country":"BR"},"headline":{"amount":"100.00","currency":"USD"},"enterAs":"APPLIED","effectiveOn":"2026-01-15"%s,"history":[{"act":"due-diligence","effectiveOn":"2026-01-16"}]}
                        """.formatted(UUID.randomUUID(), project, obligor, more))
                .collect(Collectors.joining());
        return take(lines);
    }

    /** An import by somebody who may decide. The ids of what was created or continued. */
    static List<UUID> take(String lines) {
        var answer = Tokens.of("deal-officer", "deal-approver")
                .agency("DFC")
                .subject("ida")
                .request()
                .contentType("application/x-ndjson")
                .accept("*/*")
                .body(lines.getBytes(UTF_8))
                .post("/v1/deals/imports")
                .asString();
        assertThat(answer).contains("\"done\":true").contains("\"refused\":0");
        return answer.lines()
                .map(JsonPath::from)
                .filter(line -> line.getString("id") != null)
                .map(line -> line.getUUID("id"))
                .toList();
    }

    static Response approve(UUID deal) {
        return approve(deal, "100.00");
    }

    static Response approve(UUID deal, String amount) {
        return SomeRequests.act(
                approver(), deal, "approval", "{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}}");
    }

    static Response cancel(UUID deal) {
        return SomeRequests.act(officer(), deal, "cancellation", "{\"reason\":\"withdrawn\"}");
    }

    static Response check(UUID deal, String body) {
        return officer().body(body).post("/v1/deals/" + deal + "/limit-checks");
    }
}
