package io.lodestone.query.asking;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackbone(service = "query")
class EntriesResourceIT {

    @Test
    void theEntriesBehindAFigureAreNewestFirstAndSumToIt() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=75 TIN=25", "MINING=100");
        story.deal("DFC")
                .proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00")
                .approved("2025-04-01", "2025-04-01T08:00:00Z", "90.00");
        story.project("2025-05-01", "2025-05-01T08:00:00Z", "BR", "LITHIUM=50 TIN=50", "MINING=100");

        var all = items(story.entries("&mineral=TIN"));

        assertThat(all)
                .extracting(entry -> (String) entry.get("effectiveOn"))
                .containsExactly("2025-05-01", "2025-04-01", "2025-04-01", "2025-03-01");
        assertThat(all.getFirst())
                .containsEntry("type", "io.lodestone.projects.project-revised.v1")
                .containsEntry("authorizedUnsigned", "22.50")
                .containsEntry("presence", 0)
                .containsEntry("agency", "DFC")
                .containsEntry("package", null)
                .containsEntry("currency", "USD");
        assertThat(all.stream()
                        .map(entry -> new BigDecimal((String) entry.get("authorizedUnsigned")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("45.00")
                .isEqualByComparingTo((String) story.ask("&mineral=TIN").path("total.authorizedUnsigned"));
    }

    @Test
    void pagesGoThroughAllOfThemOnce() {
        var story = new Story()
                .project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=40 TIN=30 ZINC=30", "MINING=100");
        story.deal("DFC")
                .proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00")
                .approved("2025-04-01", "2025-04-01T08:00:00Z", "90.00");
        var whole = items(story.entries(""));

        var paged = new ArrayList<Map<String, Object>>();
        var page = story.entries("&limit=2");
        paged.addAll(items(page));
        while (page.path("next") != null) {
            assertThat(page.header("Link")).contains("rel=\"next\"").contains("after=");
            page = story.entries("&limit=2&after=" + page.path("next"));
            paged.addAll(items(page));
        }

        assertThat(whole).hasSize(9);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void aCutOrWhatIsNoCursorIsRefused() {
        var analyst = Tokens.of("analyst");
        assertThat(analyst.request().get("/v1/exposure/entries?by=agency").statusCode())
                .isEqualTo(400);
        assertThat(analyst.request().get("/v1/exposure/entries?after=x").statusCode())
                .isEqualTo(400);
        assertThat(analyst.request().get("/v1/exposure/entries?limit=501").statusCode())
                .isEqualTo(400);
        var id = "019a5c10-7c00-7d3e-8a51-3f0c2b9d4e01";
        for (var none : List.of(
                id,
                "2025-03-01/2025-03-01T08:00:00Z/x",
                "2025-03-32/2025-03-01T08:00:00Z/" + id,
                "2025-03-01/2025-03-01T25:00:00Z/" + id,
                "+300000-03-01/2025-03-01T08:00:00Z/" + id,
                "2025-03-01/+300000-03-01T08:00:00Z/" + id)) {
            var cursor = Base64.getUrlEncoder().encodeToString(none.getBytes(US_ASCII));
            assertThat(analyst.request()
                            .get("/v1/exposure/entries?after=" + cursor)
                            .statusCode())
                    .as(none)
                    .isEqualTo(400);
        }
    }

    private static List<Map<String, Object>> items(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("items");
    }
}
