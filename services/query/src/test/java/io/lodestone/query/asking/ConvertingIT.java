package io.lodestone.query.asking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackbone(service = "query")
class ConvertingIT {

    /** Two days' rates of currencies that no other test uses. */
    private static final String RATES = line("NOK", "2025-03-03", "10.00")
            + line("SEK", "2025-03-03", "12.00")
            + line("NOK", "2025-04-01", "11.00")
            + line("SEK", "2025-04-01", "11.00");

    @Test
    void withCurrentRatesAllIsToldAtTheRateOfTheDayAskedFor() {
        var answer = story().get("exposure?by=mineral&currency=SEK&rates=current&asOf=2025-03-04");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat((List<String>) answer.path("cells.pipeline")).containsExactly("90.01", "30.00");
        assertThat((String) answer.path("total.pipeline")).isEqualTo("120.01");
        assertThat((int) answer.path("total.deals")).isEqualTo(1);
        assertThat((List<?>) answer.path("notConverted")).isEmpty();
        assertThat((String) answer.path("conversion.used[0].rate")).isEqualTo("1.2");
        assertThat((List<String>) answer.path("conversion.used[0].sources")).containsExactly("https://example.org/fx");
    }

    @Test
    void withHistoricalRatesWhatCameInKeepsItsRateAndTheResidualIsItsOwnLine() {
        var answer = story().get("exposure?by=mineral&currency=SEK&rates=historical&asOf=2025-04-01");

        // 100.01 offered at 1.2; approved a month later at 1.0
        assertThat((String) answer.path("total.pipeline")).isEqualTo("0.00");
        assertThat((String) answer.path("total.authorizedUnsigned")).isEqualTo("90.00");
        assertThat((String) answer.path("conversion.residual.pipeline")).isEqualTo("20.00");
        assertThat((String) answer.path("conversion.residual.authorizedUnsigned"))
                .isEqualTo("0.00");
    }

    @Test
    void partsOfAnyCutAddUpAndEveryFigureIsExplained() {
        var story = story();
        story.dealIn("SEK").approved("2025-04-01", "2025-04-01T08:00:00Z", "0.07");
        for (var rates : List.of("current", "historical")) {
            for (var cut : List.of("agency", "mineral", "mineral,status", "package")) {
                var answer = story.get("exposure?currency=SEK&rates=" + rates + "&asOf=2025-04-01&by=" + cut);
                assertThat(sum(answer.path("cells")))
                        .isEqualByComparingTo((String) answer.path("total.authorizedUnsigned"));
            }
            var explained = story.get("exposure/explain?currency=SEK&measure=authorizedUnsigned&mineral=TIN&rates="
                    + rates + "&asOf=2025-04-01");
            assertThat((String) explained.path("residual")).isEqualTo("0.00");
            assertThat((List<?>) explained.path("contributions")).hasSize(2);
            assertThat((String) explained.path("contributions[0].rate")).isEqualTo("1");
        }
    }

    @Test
    void aCurrencyWithoutARateOnADayIsRefusedByName() {
        var story = story();

        var late = story.get("exposure?currency=SEK&rates=current&asOf=2025-06-01");
        var unknown = story.get("exposure?currency=ISK&rates=historical&asOf=2025-03-04");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat((String) late.path("type")).endsWith("/no-rate");
        assertThat((String) late.path("from")).isEqualTo("NOK");
        assertThat((String) late.path("day")).isEqualTo("2025-06-01");
        assertThat((String) unknown.path("day")).isEqualTo("2025-03-03");
        assertThat(story.get("exposure?currency=SEK&rates=mine").statusCode()).isEqualTo(422);
    }

    @Test
    void aRateIsImportedByOperatorsAndTwiceChangesNothing() {
        imported();
        var again = imported();
        var wrong =
                post(line("NOK", "2999-01-01", "1") + line("XXQ", "2025-01-01", "1") + line("EUR", "2025-01-01", "1"));

        assertThat(again.asString()).contains("\"unchanged\":4").contains("\"created\":0");
        assertThat(wrong.asString()).contains("\"refused\":3").contains("is in the future");
        assertThat(Tokens.of("analyst")
                        .request()
                        .contentType("application/x-ndjson")
                        .accept("*/*")
                        .body(RATES.getBytes(UTF_8))
                        .post("/v1/fx-rates/imports")
                        .statusCode())
                .isEqualTo(403);
        assertThat((List<String>) Tokens.of("analyst")
                        .request()
                        .get("/v1/fx-rates?currency=NOK&day=2025-03-31")
                        .path("items.rate"))
                .containsExactly("10.00");
    }

    private static Story story() {
        imported();
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=75 TIN=25", "MINING=100");
        story.dealIn("NOK")
                .proposed("2025-03-03", "2025-03-03T08:00:00Z", "100.01")
                .approved("2025-04-01", "2025-04-01T08:00:00Z", "90.00");
        return story;
    }

    private static Response imported() {
        return post(RATES);
    }

    private static Response post(String lines) {
        return Tokens.of("operator")
                .request()
                .contentType("application/x-ndjson")
                .accept("*/*")
                .body(lines.getBytes(UTF_8))
                .post("/v1/fx-rates/imports");
    }

    private static String line(String currency, String day, String rate) {
        return "{\"base\":\"EUR\",\"currency\":\"" + currency + "\",\"day\":\"" + day + "\",\"rate\":\"" + rate
                + "\",\"source\":{\"url\":\"https://example.org/fx\",\"seenOn\":\"2025-06-01\",\"confidence\":\"REPORTED\"}}\n";
    }

    private static BigDecimal sum(List<Map<String, Object>> cells) {
        return cells.stream()
                .map(cell -> new BigDecimal((String) cell.get("authorizedUnsigned")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
