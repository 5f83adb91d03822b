package io.lodestone.query.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackbone(service = "query")
class ExposureResourceIT {

    private static final List<String> RUNGS =
            List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding", "contingent", "paid", "writtenOff");

    @Test
    void aDealIsCutByTheMineralsOfItsProject() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "PK", "COPPER=60 GOLD=40", "MINING=100");
        story.deal("EXIM").approved("2025-08-15", "2025-08-15T14:03:11.482Z", "1250000000.01");

        var answer = story.ask("&by=agency,mineral");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(cells(answer))
                .extracting(
                        cell -> cell.get("agency"),
                        cell -> cell.get("mineral"),
                        cell -> cell.get("authorizedUnsigned"),
                        cell -> cell.get("pipeline"),
                        cell -> cell.get("deals"))
                .containsExactly(
                        tuple("EXIM", "COPPER", "750000000.01", "0.00", 1),
                        tuple("EXIM", "GOLD", "500000000.00", "0.00", 1));
        assertThat((String) answer.path("total.authorizedUnsigned")).isEqualTo("1250000000.01");
        assertThat((int) answer.path("total.deals")).isEqualTo(1);
        assertThat((List<String>) answer.path("by")).containsExactly("agency", "mineral");
        assertThat((String) answer.path("currency")).isEqualTo("USD");
        assertThat((Map<String, Map<String, Integer>>) answer.path("position"))
                .containsKeys("lodestone.deals", "lodestone.projects");
    }

    @Test
    void aDealThatComesBeforeItsProjectStandsAtUnknownAndMovesOver() {
        var story = new Story();
        story.deal("DFC").proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00");
        assertThat(cells(story.ask("&by=country,mineral,segment")))
                .singleElement()
                .satisfies(cell -> assertThat(cell)
                        .containsEntry("country", "UNKNOWN")
                        .containsEntry("mineral", "UNKNOWN")
                        .containsEntry("segment", "UNKNOWN")
                        .containsEntry("pipeline", "100.00"));

        story.project("2024-01-01", "2025-04-01T08:00:00Z", "BR", "LITHIUM=100", "REFINING=100");

        assertThat(cells(story.ask("&by=country,mineral,segment")))
                .singleElement()
                .satisfies(cell -> assertThat(cell)
                        .containsEntry("country", "BR")
                        .containsEntry("mineral", "LITHIUM")
                        .containsEntry("segment", "REFINING")
                        .containsEntry("pipeline", "100.00")
                        .containsEntry("deals", 1));
        assertThat(cells(story.ask("&by=country&knownAt=2025-03-15T00:00:00Z")))
                .singleElement()
                .satisfies(cell -> assertThat(cell).containsEntry("country", "UNKNOWN"));
    }

    @Test
    void anyDayCanBeAskedFor() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=100", "MINING=100");
        story.deal("DFC")
                .proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00")
                .approved("2025-05-01", "2025-06-01T08:00:00Z", "90.00");
        story.project("2025-07-01", "2025-07-02T08:00:00Z", "BR", "LITHIUM=50 TIN=50", "MINING=100");

        assertThat(cells(story.ask("&by=status&asOf=2025-02-28"))).isEmpty();
        assertThat((String) story.ask("&asOf=2025-04-30").path("total.pipeline"))
                .isEqualTo("100.00");
        assertThat((String) story.ask("&asOf=2025-05-01").path("total.authorizedUnsigned"))
                .isEqualTo("90.00");
        assertThat((String) story.ask("&asOf=2025-05-01&knownAt=2025-05-15T00:00:00Z")
                        .path("total.pipeline"))
                .isEqualTo("100.00");
        assertThat(cells(story.ask("&by=mineral&asOf=2025-06-30"))).hasSize(1);
        assertThat(cells(story.ask("&by=mineral")))
                .extracting(cell -> cell.get("authorizedUnsigned"))
                .containsExactly("45.00", "45.00");
    }

    @Test
    void theSumOverAnyCutIsTheTotalToTheCent() {
        var story = new Story()
                .project(
                        "2024-01-01",
                        "2024-01-01T08:00:00Z",
                        "BR",
                        "LITHIUM=33.3 TIN=33.3 ZINC=33.4",
                        "MINING=17 REFINING=83");
        story.deal("DFC").proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.01");
        story.deal("EXIM")
                .approved("2025-03-01", "2025-03-01T08:00:00Z", "0.05")
                .effective("2025-04-01", "2025-04-01T08:00:00Z", "0.02", "0.03");
        story.deal("DOE").effective("2025-04-01", "2025-04-01T08:00:00Z", "999999999999.99", "1.07");
        story.project("2025-05-01", "2025-05-01T08:00:00Z", "PK", "LITHIUM=1 TIN=99", "MINING=50 REFINING=50");

        for (var cut : List.of(
                "agency",
                "instrument",
                "program",
                "mineral",
                "segment",
                "country",
                "obligor",
                "package",
                "project",
                "status",
                "agency,mineral,segment,country,status")) {
            for (var day : List.of("", "&asOf=2025-03-31", "&asOf=2025-04-30")) {
                var answer = story.ask("&by=" + cut + day);
                for (var rung : RUNGS) {
                    assertThat(sum(cells(answer), rung))
                            .as("%s by %s%s", rung, cut, day)
                            .isEqualByComparingTo((String) answer.path("total." + rung));
                }
            }
        }
        assertThat((int) story.ask("&by=mineral").path("total.deals")).isEqualTo(3);
    }

    @Test
    void whatIsInOtherCurrenciesIsNamedAndNotAdded() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=100", "MINING=100");
        story.deal("DFC").proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00");
        story.dealIn("JPY").proposed("2025-03-01", "2025-03-01T08:00:00Z", "5000");

        var dollars = story.ask("");
        var yen = story.ask("&currency=JPY");

        assertThat((String) dollars.path("total.pipeline")).isEqualTo("100.00");
        assertThat((String) dollars.path("notConverted[0].currency")).isEqualTo("JPY");
        assertThat((String) dollars.path("notConverted[0].pipeline")).isEqualTo("5000");
        assertThat((int) dollars.path("notConverted[0].deals")).isEqualTo(1);
        assertThat((String) yen.path("total.pipeline")).isEqualTo("5000");
        assertThat((String) yen.path("cells[0].pipeline")).isEqualTo("5000");
        assertThat((String) yen.path("notConverted[0].currency")).isEqualTo("USD");
    }

    @Test
    void aRestrictedDealExistsForItsAgencyAndForClearedAnalystsOnly() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=100", "MINING=100");
        story.restrictedDeal("DOD").proposed("2025-03-01", "2025-03-01T08:00:00Z", "7.00");
        story.deal("DFC").proposed("2025-03-01", "2025-03-01T08:00:00Z", "1.00");

        assertThat(pipeline(story.askAs(Tokens.of("analyst"), "&by=agency"))).isEqualTo("1.00");
        assertThat(pipeline(story.askAs(Tokens.of("partner").agency("DOD"), "")))
                .isEqualTo("1.00");
        assertThat(pipeline(story.askAs(Tokens.of("deal-officer").agency("DFC"), "")))
                .isEqualTo("1.00");
        assertThat(pipeline(story.askAs(Tokens.of("deal-officer").agency("DOD"), "")))
                .isEqualTo("8.00");
        assertThat(pipeline(story.askAs(Tokens.of("analyst").restricted(), ""))).isEqualTo("8.00");
        assertThat((int) story.ask("").path("total.deals")).isEqualTo(1);
        assertThat((List<?>) story.entries("").path("items")).hasSize(1);
    }

    @Test
    void filtersLeaveTheRestOut() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=75 TIN=25", "MINING=100");
        story.deal("DFC").proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00");
        story.deal("EXIM").approved("2025-03-01", "2025-03-01T08:00:00Z", "50.00");

        assertThat(pipeline(story.ask("&agency=DFC,DOE"))).isEqualTo("100.00");
        assertThat(pipeline(story.ask("&agency=DOE&agency=EXIM"))).isEqualTo("0.00");
        assertThat(pipeline(story.ask("&mineral=TIN"))).isEqualTo("25.00");
        assertThat(pipeline(story.ask("&status=LETTER_OF_INTEREST&country=BR&segment=MINING&instrument=DIRECT_LOAN")))
                .isEqualTo("100.00");
        assertThat(pipeline(story.ask("&obligor=Serra Verde, Inc."))).isEqualTo("100.00");
        assertThat(pipeline(story.ask("&obligor=Serra Verde"))).isEqualTo("0.00");
        assertThat(pipeline(story.ask("&package=none&program=none"))).isEqualTo("100.00");
        assertThat(pipeline(story.ask("&package=" + story.project))).isEqualTo("0.00");
    }

    @Test
    void aFactThatIsSaidTwiceCountsOnce() {
        var story = new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=100", "MINING=100");
        var deal = story.deal("DFC").proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00");
        deal.version = 0;
        deal.proposed("2025-03-01", "2025-03-01T08:00:00Z", "100.00");
        deal.approved("2025-04-01", "2025-04-01T08:00:00Z", "80.00");

        assertThat((String) story.ask("").path("total.authorizedUnsigned")).isEqualTo("80.00");
        assertThat(pipeline(story.ask(""))).isEqualTo("0.00");
    }

    @Test
    void theAgeIsSmallWhenAllIsHeard() {
        new Story().project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=100", "MINING=100");
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat((Integer) ask("").path("ageMillis"))
                .isBetween(0, 2_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rung=outstanding 400 malformed rung",
                "total=true 422 no-total total",
                "by=agency,colour 400 malformed by",
                "by=agency,agency 400 malformed by",
                "by=agency,, 400 malformed by",
                "agency= 400 malformed agency",
                "project=x 400 malformed project",
                "asOf=yesterday 400 malformed asOf",
                "asOf=2025-02-30 400 malformed asOf",
                "asOf=2025-02-01&asOf=2025-02-02 400 malformed asOf",
                "asOf=2999-01-01 422 invalid asOf",
                "asOf=-999999999-01-01 422 invalid asOf",
                "knownAt=2025-01-01 400 malformed knownAt",
                "knownAt=2999-01-01T00:00:00Z 422 invalid knownAt",
                "knownAt=-1000000-01-01T00:00:00Z 422 invalid knownAt",
                "currency=BTC 422 invalid currency",
                "currency=usd 422 invalid currency",
                "agency=DFK 422 invalid agency",
                "mineral=COPPPER 422 invalid mineral",
                "country=XX 422 invalid country",
                "status=DRAFT 422 invalid status",
                "obligor=a%00b 400 malformed obligor"
            })
    void aQuestionThatMakesNoSenseIsRefusedByName(String line) {
        var words = line.split(" ");

        var answer = Tokens.of("analyst").request().urlEncodingEnabled(false).get("/v1/exposure?" + words[0]);

        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(Integer.parseInt(words[1]));
        assertThat((String) answer.path("type")).endsWith("/" + words[2]);
        assertThat((String) answer.path("violations[0].field")).isEqualTo(words[3]);
    }

    @Test
    void aWrongDimensionIsToldWhichThereAre() {
        assertThat((List<String>) ask("?by=colour").path("allowed")).contains("agency", "mineral", "status");
        assertThat((List<String>) ask("?mineral=COPPPER").path("allowed")).contains("COPPER");
        assertThat((List<String>) ask("?colour=red").path("allowed")).contains("by", "asOf", "currency");
    }

    @Test
    void whoSaysNothingOfItselfIsAskedForATokenAndWhoHasNoRoleMayNotRead() {
        assertThat(io.restassured.RestAssured.get("/v1/exposure").statusCode()).isEqualTo(401);
        assertThat(Tokens.of().request().get("/v1/exposure").statusCode()).isEqualTo(403);
        assertThat(Tokens.of("operator").request().get("/v1/exposure").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenOfSomethingNotHeardIs409AndAWrongOne400() {
        var deal = new Story().deal("DFC");
        deal.version = 3;

        var notYet = Tokens.of("analyst")
                .request()
                .header("Consistency-Token", deal.token())
                .header("Prefer", "respond-async, wait=1")
                .get("/v1/exposure");
        var wrong = Tokens.of("analyst")
                .request()
                .header("Consistency-Token", "lodestone.deals:x:1")
                .get("/v1/exposure");
        var elsewhere = Tokens.of("analyst")
                .request()
                .header("Consistency-Token", "lodestone.stockpiles:" + deal.id + ":1")
                .get("/v1/exposure");

        assertThat(notYet.statusCode()).isEqualTo(409);
        assertThat((String) notYet.path("type")).endsWith("/not-yet-visible");
        assertThat((List<String>) notYet.path("missing")).containsExactly(deal.token());
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(elsewhere.statusCode()).isEqualTo(200);
    }

    @Test
    void theDocumentKnowsEveryDimensionAndEveryRung() {
        var document = Tokens.of("analyst").request().get("/q/openapi?format=json");

        assertThat((List<String>) document.path("paths.'/v1/exposure'.get.parameters.name"))
                .contains("by", "asOf", "knownAt", "currency")
                .containsAll(io.lodestone.query.exposure.Dimension.fields());
        assertThat((Map<String, ?>) document.path("components.schemas.Sum.properties"))
                .containsKeys(RUNGS.toArray(String[]::new));
    }

    private static Response ask(String query) {
        return Tokens.of("analyst").request().get("/v1/exposure" + query);
    }

    private static List<Map<String, Object>> cells(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("cells");
    }

    private static String pipeline(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("total.pipeline");
    }

    private static BigDecimal sum(List<Map<String, Object>> cells, String rung) {
        return cells.stream()
                .map(cell -> new BigDecimal((String) cell.get(rung)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
