package io.lodestone.query.explaining;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.query.asking.Story;
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
class ExplainResourceIT {

    @Test
    void aFigureIsTakenApartDownToTheFactsThatMovedIt() {
        var story = story();

        var answer = story.get("exposure/explain?measure=authorizedUnsigned&mineral=TIN");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat((String) answer.path("figure")).isEqualTo("50.00");
        assertThat((String) answer.path("residual")).isEqualTo("0.00");
        assertThat(contributions(answer)).hasSize(2);
        assertThat(contributions(answer).getFirst())
                .containsEntry("amount", "45.00")
                .containsEntry("weight", "50");
        assertThat((List<String>) answer.path("contributions[0].events.type"))
                .containsExactly("io.lodestone.deals.deal-approved.v1", "io.lodestone.projects.project-revised.v1");
        assertThat((List<String>) answer.path("contributions[0].events.amount")).containsExactly("22.50", "22.50");
    }

    @Test
    void everyRungOfEveryCellIsExplainedWithoutARest() {
        var story = story();
        for (var cell : story.get("exposure?by=agency,mineral").<List<Map<String, String>>>path("cells")) {
            for (var rung : List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding")) {
                var answer = story.get("exposure/explain?measure=" + rung + "&agency=" + cell.get("agency")
                        + "&mineral=" + cell.get("mineral"));
                assertThat((String) answer.path("figure")).isEqualTo(cell.get(rung));
                assertThat((String) answer.path("residual")).isEqualTo("0.00");
                assertThat(sum(answer)).isEqualByComparingTo(cell.get(rung));
            }
        }
    }

    @Test
    void dealsBeyondTheLimitAreInTheRest() {
        var answer = story().get("exposure/explain?measure=authorizedUnsigned&limit=1");

        assertThat(contributions(answer)).hasSize(1);
        assertThat((Map<String, Object>) answer.path("rest"))
                .containsEntry("deals", 1)
                .containsEntry("amount", "10.00");
        assertThat((String) answer.path("residual")).isEqualTo("0.00");
    }

    @Test
    void aRestrictedDealExplainsNothingToThoseWhoMayNotSeeIt() {
        var story = story();
        story.restrictedDeal("DOD").approved("2025-03-01", "2025-03-01T08:00:00Z", "7.00");

        var unseen = story.get("exposure/explain?measure=authorizedUnsigned");
        var seen = story.getAs(Tokens.of("analyst").restricted(), "exposure/explain?measure=authorizedUnsigned");

        assertThat((String) unseen.path("figure")).isEqualTo("100.00");
        assertThat(contributions(unseen)).hasSize(2);
        assertThat((String) seen.path("figure")).isEqualTo("107.00");
        assertThat(contributions(seen)).hasSize(3);
    }

    @Test
    void aTotalWithoutARungIsRefusedWithTheReason() {
        for (var query : List.of("", "?measure=total", "?total=1")) {
            var answer = Tokens.of("analyst").request().get("/v1/exposure/explain" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(422);
            assertThat((String) answer.path("type")).endsWith("/no-total");
            assertThat((List<String>) answer.path("allowed")).contains("outstanding");
        }
        assertThat(Tokens.of("analyst")
                        .request()
                        .get("/v1/exposure/explain?measure=weight")
                        .statusCode())
                .isEqualTo(422);
    }

    private static Story story() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=75 TIN=25", "MINING=100");
        story.deal("DFC")
                .proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00")
                .approved("2025-04-01", "2025-04-01T08:00:00Z", "90.00");
        story.deal("EXIM").approved("2025-04-01", "2025-04-01T08:00:00Z", "10.00");
        return story.project("2025-05-01", "2025-05-01T08:00:00Z", "BR", "LITHIUM=50 TIN=50", "MINING=100");
    }

    private static List<Map<String, Object>> contributions(Response answer) {
        return answer.path("contributions");
    }

    private static BigDecimal sum(Response answer) {
        return contributions(answer).stream()
                .map(contribution -> new BigDecimal((String) contribution.get("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
