package io.lodestone.query.concentrating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.query.asking.Story;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackbone(service = "query")
class ConcentrationIT {

    @Test
    void sharesAndIndicesAreToldRungByRung() {
        var answer = story().get("exposure/concentration?by=mineral&top=1");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat((List<String>) answer.path("rungs.measure")).containsExactly("pipeline", "authorizedUnsigned");
        assertThat((String) answer.path("rungs[0].hhi")).isEqualTo("6250.00");
        assertThat((String) answer.path("rungs[0].effectiveNumber")).isEqualTo("1.60");
        assertThat((String) answer.path("rungs[0].topShare")).isEqualTo("75");
        assertThat((int) answer.path("rungs[0].parts")).isEqualTo(2);
        assertThat((List<Map<String, Object>>) answer.path("rungs[0].top"))
                .containsExactly(Map.of("mineral", "LITHIUM", "amount", "75.00", "share", "75"));
    }

    @Test
    void aRestrictedDealMovesNoShareForThoseWhoMayNotSeeIt() {
        var story = story();
        story.restrictedDeal("DOD").proposed("2025-03-01", "2025-03-01T08:00:00Z", "300.00");

        var unseen = story.get("exposure/concentration?by=agency&measure=pipeline");
        var seen = story.getAs(Tokens.of("analyst").restricted(), "exposure/concentration?by=agency&measure=pipeline");

        assertThat((String) unseen.path("rungs[0].hhi")).isEqualTo("10000.00");
        assertThat((String) seen.path("rungs[0].hhi")).isEqualTo("6250.00");
    }

    @Test
    void supplyIsToldPerMineralAndSegmentFromWhatWasPublished() throws IOException {
        var first = imported();
        var again = imported();

        assertThat(first.asString()).contains("\"refused\":0");
        assertThat(again.asString())
                .contains("\"unchanged\":397")
                .contains("\"created\":0")
                .contains("\"updated\":0");
        var gallium = get("supply/concentration?mineral=GALLIUM&year=2025");
        assertThat((String) gallium.path("items[0].segment")).isEqualTo("PROCESSING");
        assertThat((String) gallium.path("items[0].top[0].country")).isEqualTo("CN");
        var reliance = get("supply/figures?mineral=TUNGSTEN&indicator=NET_IMPORT_RELIANCE&year=2024");
        assertThat((List<String>) reliance.path("items.figure")).containsExactly(">50");
        assertThat((List<?>) get("supply/concentration?asOf=2026-01-31").path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exposure/concentration 400 malformed by",
                "exposure/concentration?by=mineral&measure=total 422 no-total measure",
                "exposure/concentration?by=mineral&top=0 400 malformed top",
                "supply/concentration?mineral=COPPPER 422 invalid mineral",
                "supply/concentration?year=soon 400 malformed year",
                "supply/concentration?colour=red 400 malformed colour",
                "supply/figures?indicator=WISH 422 invalid indicator"
            })
    void aQuestionThatMakesNoSenseIsRefusedByName(String line) {
        var words = line.split(" ");

        var answer = get(words[0]);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(Integer.parseInt(words[1]));
        assertThat((String) answer.path("type")).endsWith("/" + words[2]);
        assertThat((String) answer.path("violations[0].field")).isEqualTo(words[3]);
    }

    @Test
    void aFigureThatCannotBeReadIsRefused() {
        var answer = post(
                "{\"mineral\":\"TIN\",\"segment\":\"MINING\",\"indicator\":\"PRODUCTION\",\"category\":\"mine\","
                        + "\"area\":\"Bolivia\",\"year\":2024,\"estimated\":false,\"figure\":\"about 5\",\"unit\":\"t\","
                        + "\"edition\":\"x\",\"publishedOn\":\"2026-02-01\","
                        + "\"source\":{\"url\":\"https://example.org\",\"seenOn\":\"2026-02-02\",\"confidence\":\"REPORTED\"}}");

        assertThat(answer.asString()).contains("\"refused\":1").contains("figure");
    }

    private static Story story() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=75 TIN=25", "MINING=100");
        story.deal("DFC").proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00");
        story.deal("EXIM").approved("2025-04-01", "2025-04-01T08:00:00Z", "10.00");
        return story;
    }

    private static Response imported() throws IOException {
        return post(Files.readString(Path.of("../../deploy/data/supply-figures.ndjson")));
    }

    private static Response post(String lines) {
        return Tokens.of("operator")
                .request()
                .contentType("application/x-ndjson")
                .accept("*/*")
                .body(lines.getBytes(UTF_8))
                .post("/v1/supply/figures/imports");
    }

    private static Response get(String path) {
        return Tokens.of("analyst").request().get("/v1/" + path);
    }
}
