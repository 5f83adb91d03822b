package io.lodestone.deals;

import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.project;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deals and offtakes by the file. */
@QuarkusTest
@WithBackbone(service = "deals")
class ImportIT {

    private static final String PROJECT = UUID.randomUUID().toString();

    private static final String HISTORY = """
            {"act":"due-diligence","effectiveOn":"2025-02-01"},{"act":"approval","effectiveOn":"2025-03-01","decidedBy":"The board"},{"act":"signing","effectiveOn":"2025-04-01"}""";

    @BeforeAll
    static void aProject() {
        project(PROJECT);
    }

    @Test
    void aLineBringsItsWholeHistory() {
        var reference = UUID.randomUUID().toString();
        var answers = take(line(reference, HISTORY));
        assertThat(answers.getFirst().getString("status")).isEqualTo("created");
        var deal =
                analyst().get("/v1/deals/" + answers.getFirst().getString("id")).jsonPath();
        assertThat(deal.getString("status")).isEqualTo("SIGNED");
        assertThat(deal.getString("approvedOn")).isEqualTo("2025-03-01");
        assertThat(deal.getString("figures.undrawn")).isEqualTo("5.00");
        assertThat(deal.getInt("version")).isEqualTo(4);
    }

    @Test
    void aBadLineIsRefusedWithItsNumberAndTheOthersPass() {
        var answers = take(line(UUID.randomUUID().toString(), "")
                + "{not json\n"
                + line(UUID.randomUUID().toString(), "{\"act\":\"signing\"}")
                + line(UUID.randomUUID().toString(), "").replace("\"DFC\"", "\"EXIM\"")
                + line(UUID.randomUUID().toString(), ""));
        assertThat(answers)
                .extracting(answer -> answer.getString("status"))
                .containsExactly("created", "refused", "refused", "refused", "created", null);
        assertThat(answers.get(1).getInt("line")).isEqualTo(2);
        assertThat(answers.get(1).getInt("problem.status")).isEqualTo(400);
        assertThat(answers.get(2).getString("problem.type")).endsWith("illegal-move");
        assertThat(answers.get(3).getString("problem.type")).endsWith("not-your-agency");
        assertThat(answers.getLast().getInt("created")).isEqualTo(2);
        assertThat(answers.getLast().getInt("refused")).isEqualTo(3);
    }

    @Test
    void badLinesAmongHundredsStayOutAlone() {
        var first = line(UUID.randomUUID().toString(), "");
        var file = new StringBuilder(first);
        for (int number = 2; number <= 250; number++) {
            var bad = number % 100 < 8 ? "{\"act\":\"signing\"}" : ""; // more than are tried together, and one alone
            file.append(number == 180 ? "{not json\n" : line(UUID.randomUUID().toString(), number == 50 ? "{}" : bad));
        }
        var answers = take(file + first);
        assertThat(answers.subList(0, 251))
                .extracting(answer -> answer.getInt("line"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 251).boxed().toList());
        assertThat(answers.subList(0, 251).stream()
                        .filter(answer -> answer.getString("status").equals("refused"))
                        .map(answer -> answer.getInt("line")))
                .contains(2, 7, 50, 100, 107, 180, 200, 207)
                .hasSize(24);
        assertThat(answers.getLast().getInt("unchanged")).isEqualTo(1);
        assertThat(answers.getLast().getInt("created")).isEqualTo(226);
    }

    @Test
    void aFileThatBreaksOffKeepsWhatWasReadAndSaysThatItIsNotDone() {
        var csv =
                "reference,agency,instrument,title,projectReference,obligor.name,obligor.country,headline.amount,headline.currency,enterAs\n"
                        + UUID.randomUUID() + ",DFC,GRANT,A grant," + PROJECT + ",Miner,BR,5.00,USD,APPLIED\n"
                        + "\"" + UUID.randomUUID() + "\"x,DFC,GRANT,A grant\n";
        var answers = importer()
                .contentType("text/csv")
                .accept("*/*")
                .body(csv.getBytes(UTF_8))
                .post("/v1/deals/imports")
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
        assertThat(answers.get(0).getString("status")).isEqualTo("created");
        assertThat(answers.get(1).getString("problem.detail")).contains("The CSV ends here");
        assertThat(answers.getLast().getBoolean("done")).isFalse();
        assertThat(answers.getLast().getInt("created")).isEqualTo(1);
    }

    @Test
    void theSameFileAgainChangesNothingAndALongerHistoryGoesOn() {
        var reference = UUID.randomUUID().toString();
        take(line(reference, HISTORY));
        assertThat(take(line(reference, HISTORY)).getFirst().getString("status"))
                .isEqualTo("unchanged");
        var longer = take(line(reference, HISTORY + ",{\"act\":\"effectiveness\",\"effectiveOn\":\"2025-05-01\"}"));
        assertThat(longer.getFirst().getString("status")).isEqualTo("updated");
        var deal =
                analyst().get("/v1/deals/" + longer.getFirst().getString("id")).jsonPath();
        assertThat(deal.getInt("version")).isEqualTo(5);
        var shorter = take(line(reference, ""));
        assertThat(shorter.getFirst().getString("problem.type")).endsWith("import-differs");
    }

    @Test
    void whoImportsADecisionNeedsTheRoleAndNamesWhoDecided() {
        var unnamed = take(line(UUID.randomUUID().toString(), HISTORY.replace(",\"decidedBy\":\"The board\"", "")));
        assertThat(unnamed.getFirst().getString("problem.violations[0].field")).isEqualTo("decidedBy");
        var officer = Tokens.of("deal-officer").agency("DFC").request();
        var refused = officer.contentType("application/x-ndjson")
                .accept("*/*")
                .body(line(UUID.randomUUID().toString(), HISTORY).getBytes(UTF_8))
                .post("/v1/deals/imports")
                .asString();
        assertThat(refused).contains("\"status\":\"refused\"").contains("deal-approver");
    }

    @Test
    void csvIsTakenToo() {
        var csv =
                "reference,agency,instrument,title,projectReference,obligor.name,obligor.country,headline.amount,headline.currency,enterAs,history\n"
                        + UUID.randomUUID() + ",DFC,GRANT,\"A grant, small\"," + PROJECT
                        + ",Miner,BR,5.00,USD,APPLIED,\"[{\"\"act\"\":\"\"due-diligence\"\"}]\"\n"
                        + UUID.randomUUID() + ",DFC,GRANT,A grant," + PROJECT + ",Miner,BR,5.001,USD,APPLIED,\n";
        var answers = importer()
                .contentType("text/csv")
                .accept("*/*")
                .body(csv.getBytes(UTF_8))
                .post("/v1/deals/imports")
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
        assertThat(answers.get(0).getString("status")).isEqualTo("created");
        assertThat(answers.get(1).getInt("line")).isEqualTo(3);
        assertThat(answers.get(1).getString("problem.violations[0].field")).isEqualTo("headline.amount");
    }

    @Test
    void offtakesAreImportedAndMoved() {
        var reference = UUID.randomUUID().toString();
        var line = """
                {"reference":"%s","agency":"DFC","projectReference":"%s","seller":{"name":"Miner","country":"BR"},"buyer":{"name":"Maker","country":"US","kind":"MANUFACTURER"},"mineral":"RARE_EARTHS","product":"oxide","tonnesPerYear":"500","history":[{"act":"signing"}]}
                """.formatted(reference, PROJECT);
        var first = importer()
                .contentType("application/x-ndjson")
                .accept("*/*")
                .body(line.getBytes(UTF_8))
                .post("/v1/offtakes/imports")
                .asString();
        assertThat(first).contains("\"status\":\"created\"");
        assertThat(importer()
                        .contentType("application/x-ndjson")
                        .accept("*/*")
                        .body(line.getBytes(UTF_8))
                        .post("/v1/offtakes/imports")
                        .asString())
                .contains("\"unchanged\"");
        var id = JsonPath.from(first.lines().findFirst().orElseThrow()).getString("id");
        var inForce = importer().header("If-Match", "\"2\"").body("{}").post("/v1/offtakes/" + id + "/in-force");
        assertThat(inForce.jsonPath().getString("status")).isEqualTo("IN_FORCE");
        assertThat(inForce.jsonPath().getString("tonnesPerYear")).isEqualTo("500.000");
        assertThat(analyst().get("/v1/offtakes/" + id + "/events").jsonPath().getList("items.type", String.class))
                .containsExactly(
                        "io.lodestone.offtakes.offtake-proposed.v1",
                        "io.lodestone.offtakes.offtake-signed.v1",
                        "io.lodestone.offtakes.offtake-in-force.v1");
        assertThat(importer()
                        .header("If-Match", "*")
                        .body("{}")
                        .post("/v1/offtakes/" + id + "/signing")
                        .statusCode())
                .isEqualTo(409);
    }

    private static List<JsonPath> take(String lines) {
        return importer()
                .contentType("application/x-ndjson")
                .accept("*/*")
                .body(lines.getBytes(UTF_8))
                .post("/v1/deals/imports")
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
    }

    private static io.restassured.specification.RequestSpecification importer() {
        return Tokens.of("deal-officer", "deal-approver")
                .agency("DFC")
                .subject("loader")
                .request();
    }

    private static String line(String reference, String history) {
        return """
                {"reference":"%s","agency":"DFC","instrument":"DIRECT_LOAN","title":"A loan","projectReference":"%s","obligor":{"name":"Miner","country":"BR"},"headline":{"amount":"5.00","currency":"USD"},"enterAs":"APPLIED","effectiveOn":"2025-01-01","history":[%s]}
                """.formatted(reference, PROJECT, history);
    }
}
