package io.lodestone.deals;

import static io.lodestone.deals.SomeRequests.act;
import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.approver;
import static io.lodestone.deals.SomeRequests.examined;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fifty clients at once on one deal: exactly the legal ones succeed, no update is lost, no version left out. */
@QuarkusTest
@WithBackbone(service = "deals")
class AtOnceIT {

    /** Half of the fifty look first, half do not. One decides, the others come too late, and nothing is lost. */
    @Test
    void ofFiftyDecisionsAtOnceOneSucceeds() throws Exception {
        var deal = examined();
        var codes = atOnce(i -> approver()
                .header("If-Match", i % 2 == 0 ? "\"3\"" : "*")
                .body(i % 3 == 0 ? "{\"reason\":\"no\"}" : "{}")
                .post("/v1/deals/" + deal + (i % 3 == 0 ? "/declination" : "/approval")));
        assertThat(codes.stream().filter(code -> code == 200)).hasSize(1);
        assertThat(codes).isSubsetOf(200, 409, 412);
        versions(deal, 4);
    }

    /** There is money for ten of fifty tranches: ten are paid, each with its own version. */
    @Test
    void ofFiftyDisbursementsAtOnceThoseSucceedForWhichThereIsMoney() throws Exception {
        var deal = examined();
        told(deal);
        act(approver(), deal, "approval", "{}");
        act(officer(), deal, "signing", "{}");
        act(officer(), deal, "effectiveness", "{}");
        var body = "{\"amount\":{\"amount\":\"46500000.00\",\"currency\":\"USD\"}}";
        var codes =
                atOnce(i -> officer().header("If-Match", "*").body(body).post("/v1/deals/" + deal + "/disbursements"));
        assertThat(codes.stream().filter(code -> code == 200)).hasSize(10);
        assertThat(codes).isSubsetOf(200, 409);
        var read = versions(deal, 17);
        assertThat(read.getString("figures.disbursed")).isEqualTo("465000000.00");
        assertThat(read.getString("figures.undrawn")).isEqualTo("0.00");
    }

    private static List<Integer> atOnce(IntFunction<Response> client) throws Exception {
        try (var pool = Executors.newFixedThreadPool(50)) {
            var calls = new ArrayList<Callable<Response>>();
            for (int i = 0; i < 50; i++) {
                int number = i;
                calls.add(() -> client.apply(number));
            }
            var codes = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(calls)) {
                codes.add(answer.get().statusCode());
            }
            return codes;
        }
    }

    /** The deal, whose facts are numbered 1 to {@code last} without a gap. */
    private static JsonPath versions(UUID deal, int last) {
        assertThat(analyst().get("/v1/deals/" + deal + "/events").jsonPath().getList("items.version", Integer.class))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, last).boxed().toList());
        var read = analyst().get("/v1/deals/" + deal).jsonPath();
        assertThat(read.getInt("version")).isEqualTo(last);
        return read;
    }
}
