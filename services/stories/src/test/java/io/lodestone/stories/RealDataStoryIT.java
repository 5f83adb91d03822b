package io.lodestone.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.local.Loader;
import io.lodestone.local.Progress;
import io.lodestone.local.Service;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real data of {@code deploy/data}: what query shows is what the deals service itself says, to the cent. */
@ExtendWith(OverLodestone.class)
class RealDataStoryIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> MEASURES =
            List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding", "contingent", "paid", "writtenOff");

    private final Lodestone lodestone;
    private final Person analyst;

    RealDataStoryIT(Lodestone lodestone) {
        this.lodestone = lodestone;
        this.analyst = lodestone.person("ines", "", "analyst");
    }

    @Test
    void theExposureOfTheRealDealsIsTheSumOfTheirFigures() {
        load();
        var deals = deals();
        assertThat(deals.size()).isGreaterThan(50);

        for (var currency : deals.stream()
                .map(deal -> deal.at("/figures/currency").asText())
                .distinct()
                .toList()) {
            var own = sums(deals, currency);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(shown(currency)).as(currency).isEqualTo(own));
        }
        System.out.println("Story: " + deals.size() + " deals, figures equal to the cent");
    }

    @Test
    void loadingTwiceChangesNothing() {
        load();
        var before = sums(deals(), "USD");
        int count = deals().size();

        load();

        assertThat(sums(deals(), "USD")).isEqualTo(before);
        assertThat(deals()).hasSize(count);
    }

    /** The deals service counts, query holds its own figures against that, at the same cut through the facts. */
    @Test
    void theControlTotalsOfTheDealsServiceAreEqualToTheCent() {
        load();
        var operator = lodestone.person("otto", "", "operator");

        var totals = Person.ok(operator.ask(Service.DEALS).post("/v1/control-totals"))
                .jsonPath();

        assertThat(totals.getList("lines")).hasSizeGreaterThan(50);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(operator.read(Service.QUERY, "/v1/reconciliation")
                                .getString("runs.find { it.controlRun == '" + totals.getString("id") + "' }.status"))
                        .isEqualTo("EQUAL"));
        assertThat(operator.read(Service.QUERY, "/v1/reconciliation").getList("breaks"))
                .isEmpty();
    }

    private void load() {
        new Loader(
                        Lodestone.repository().resolve("deploy/data"),
                        lodestone.signingKey(),
                        service -> URI.create(lodestone.url(service)),
                        new Progress(System.out))
                .load();
    }

    private List<JsonNode> deals() {
        var deals = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = tree(analyst.ask(Service.DEALS)
                    .queryParam("limit", 500)
                    .queryParams(next.isEmpty() ? Map.of() : Map.of("after", next))
                    .get("/v1/deals"));
            page.path("items").forEach(deals::add);
            next = page.path("next").asText("");
        } while (!next.isEmpty() && !next.equals("null"));
        return deals;
    }

    private static JsonNode tree(Response answer) {
        try {
            return JSON.readTree(Person.ok(answer).asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    private static Map<String, BigDecimal> sums(List<JsonNode> deals, String currency) {
        var sums = new HashMap<String, BigDecimal>();
        for (var measure : MEASURES) {
            sums.put(
                    measure,
                    deals.stream()
                            .filter(deal ->
                                    currency.equals(deal.at("/figures/currency").asText()))
                            .map(deal -> new BigDecimal(
                                    deal.at("/figures/" + measure).asText()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .stripTrailingZeros());
        }
        return sums;
    }

    private Map<String, BigDecimal> shown(String currency) {
        var exposure = analyst.read(Service.QUERY, "/v1/exposure?by=agency,mineral,segment&currency=" + currency);
        var shown = new HashMap<String, BigDecimal>();
        for (var measure : MEASURES) {
            shown.put(measure, new BigDecimal(exposure.getString("total." + measure)).stripTrailingZeros());
        }
        return shown;
    }
}
