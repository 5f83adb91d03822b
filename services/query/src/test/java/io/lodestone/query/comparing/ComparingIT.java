package io.lodestone.query.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.query.asking.Story;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackbone(service = "query")
class ComparingIT {

    @Test
    void changesAreWhatTookEffectBetweenTwoDays() {
        var answer = story().get("exposure/changes?from=2025-03-31&to=2025-04-30&by=agency");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat((List<String>) answer.path("cells.agency")).containsExactly("DFC", "EXIM");
        assertThat((Map<String, Object>) answer.path("cells[0].change"))
                .containsEntry("pipeline", "-100.00")
                .containsEntry("authorizedUnsigned", "90.00")
                .containsEntry("deals", 0);
        assertThat((Map<String, Object>) answer.path("cells[0].before")).containsEntry("pipeline", "100.00");
        assertThat((Map<String, Object>) answer.path("cells[1].after"))
                .containsEntry("authorizedUnsigned", "10.00")
                .containsEntry("deals", 1);
        assertThat((String) answer.path("total.change.authorizedUnsigned")).isEqualTo("100.00");
    }

    @Test
    void aCellThatStandsAsItStoodIsNoChange() {
        var answer = story().get("exposure/changes?from=2025-04-01&to=2025-04-30&by=agency");

        assertThat((List<?>) answer.path("cells")).isEmpty();
        assertThat((String) answer.path("total.change.pipeline")).isEqualTo("0.00");
    }

    @Test
    void aHistoryHasTheSameFiguresAsTheExposureOfEachDay() {
        var story = story();
        story.dealIn("JPY").proposed("2025-03-01", "2025-03-01T08:00:00Z", "5000");

        for (var cut : List.of("by=mineral", "by=agency,status", "by=package")) {
            var history = story.get("exposure/history?from=2025-02-01&to=2025-06-15&step=month&" + cut);

            assertThat(history.statusCode()).as(history.asString()).isEqualTo(200);
            var points = history.<List<Map<String, Object>>>path("points");
            assertThat(points)
                    .extracting(point -> (String) point.get("asOf"))
                    .containsExactly("2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-15");
            for (var point : points) {
                var day = story.get("exposure?" + cut + "&asOf=" + point.get("asOf"));
                assertThat(point.get("cells")).isEqualTo(day.path("cells"));
                assertThat(point.get("total")).isEqualTo(day.path("total"));
            }
        }
    }

    @Test
    void aRestrictedDealIsInNoComparison() {
        var story = story();
        story.restrictedDeal("DOD").approved("2025-04-01", "2025-04-01T08:00:00Z", "7.00");

        assertThat((List<String>)
                        story.get("exposure/changes?from=2025-03-31&by=agency").path("cells.agency"))
                .doesNotContain("DOD");
        assertThat((String) story.get("exposure/history?from=2025-06-01&to=2025-06-01&step=day")
                        .path("points[0].total.authorizedUnsigned"))
                .isEqualTo("100.00");
        assertThat((String) story.getAs(
                                Tokens.of("analyst").restricted(),
                                "exposure/history?from=2025-06-01&to=2025-06-01&step=day")
                        .path("points[0].total.authorizedUnsigned"))
                .isEqualTo("107.00");
    }

    @Test
    void thePipelineIsWhatBindsNobodyYet() {
        var story = story();
        story.deal("DOE").proposed("2025-03-01", "2025-03-01T08:00:00Z", "5.00");

        var answer = story.get("pipeline?by=agency");

        assertThat((List<Map<String, Object>>) answer.path("cells"))
                .containsExactly(Map.of("agency", "DOE", "pipeline", "5.00", "deals", 1));
        assertThat((Map<String, Object>) answer.path("total")).containsOnlyKeys("pipeline", "deals");
    }

    @Test
    void theExposureIsATableToo() {
        var table = story().getAs(Tokens.of("analyst"), "exposure?by=agency,obligor&asOf=2025-06-01", "text/csv");

        assertThat(table.contentType()).startsWith("text/csv");
        assertThat(table.asString().lines())
                .containsExactly(
                        "asOf,currency,agency,obligor,pipeline,authorizedUnsigned,undrawn,outstanding,contingent,paid,"
                                + "writtenOff,deals",
                        "2025-06-01,USD,DFC,\"Serra Verde, Inc.\",0.00,90.00,0.00,0.00,0.00,0.00,0.00,1",
                        "2025-06-01,USD,EXIM,\"Serra Verde, Inc.\",0.00,10.00,0.00,0.00,0.00,0.00,0.00,1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exposure/changes 400 malformed from",
                "exposure/changes?from=x 400 malformed from",
                "exposure/changes?from=2025-02-01&to=2025-01-01 422 invalid from",
                "exposure/changes?from=2025-02-01&to=2999-01-01 422 invalid to",
                "exposure/changes?from=2025-02-01&asOf=2025-01-01 400 malformed asOf",
                "exposure/history?step=fortnight 422 invalid step",
                "exposure/history?step=day&from=1990-01-01 400 malformed from",
                "exposure/history?colour=red 400 malformed colour",
                "pipeline?by=colour 400 malformed by",
                "pipeline?asOf=2999-01-01 422 invalid asOf"
            })
    void aQuestionThatMakesNoSenseIsRefusedByName(String line) {
        var words = line.split(" ");

        var answer = Tokens.of("analyst").request().get("/v1/" + words[0]);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(Integer.parseInt(words[1]));
        assertThat((String) answer.path("type")).endsWith("/" + words[2]);
        assertThat((String) answer.path("violations[0].field")).isEqualTo(words[3]);
    }

    private static Story story() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=75 TIN=25", "MINING=100");
        story.deal("DFC")
                .proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00")
                .approved("2025-04-01", "2025-04-01T08:00:00Z", "90.00");
        story.deal("EXIM").approved("2025-04-01", "2025-04-01T08:00:00Z", "10.00");
        return story.project("2025-05-01", "2025-05-01T08:00:00Z", "BR", "LITHIUM=50 TIN=50", "MINING=100");
    }
}
