package io.lodestone.projects.importing;

import static io.lodestone.projects.Callers.body;
import static io.lodestone.projects.Callers.reference;
import static io.lodestone.projects.Callers.registrar;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackbone(service = "projects")
class ImportIT {

    @Test
    void aBadLineIsRefusedAndTheOthersPass() {
        var first = line(reference());
        var third = line(reference());

        var answers =
                ndjson(first + "\n" + line(reference()).replace("COPPER", "COPER") + "\n{\"half\n" + third + "\n");

        assertThat(answers)
                .extracting(answer -> answer.getString("status"))
                .containsExactly("created", "refused", "refused", "created", null);
        assertThat(answers.get(1).getInt("line")).isEqualTo(2);
        assertThat(answers.get(1).getString("problem.violations[0].field")).isEqualTo("minerals[0].mineral");
        assertThat(answers.get(2).getInt("problem.status")).isEqualTo(400);
        assertThat(answers.getLast().getInt("created")).isEqualTo(2);
        assertThat(answers.getLast().getInt("refused")).isEqualTo(2);
    }

    @Test
    void aFileThatComesTwiceChangesNothing() {
        var line = line(reference());
        var id = ndjson(line).getFirst().getString("id");

        var again = ndjson(line).getFirst();

        assertThat(again.getString("status")).isEqualTo("unchanged");
        assertThat(again.getString("id")).isEqualTo(id);
    }

    @Test
    void aFileStaysImportableAfterARevision() {
        var line = line(reference());
        var id = ndjson(line).getFirst().getString("id");
        registrar()
                .header("If-Match", "*")
                .body("{\"name\":\"Renamed\"}")
                .post("/v1/projects/" + id + "/revisions")
                .then()
                .statusCode(200);

        assertThat(ndjson(line).getFirst().getString("status")).isEqualTo("unchanged");
        assertThat(ndjson(line.replace("Konkola North", "Renamed")).getFirst().getString("status"))
                .isEqualTo("unchanged");
    }

    @Test
    void aLineThatSaysSomethingElseIsRefusedByField() {
        var line = line(reference());
        ndjson(line);

        var differing = ndjson(line.replace("Konkola North", "Other").replace("ZM", "CD"))
                .getFirst();

        assertThat(differing.getString("status")).isEqualTo("refused");
        assertThat(differing.getInt("problem.status")).isEqualTo(409);
        assertThat(differing.getString("problem.type")).endsWith("import-differs");
        assertThat(differing.getList("problem.violations.field")).isEqualTo(List.of("name", "country"));
    }

    @Test
    void csvNestsByDotsAndCarriesListsAsJson() {
        var reference = reference();
        var csv = """
                reference,name,country,location.latitude,location.longitude,minerals,segments,capex.amount,capex.currency,stage
                %s,"Konkola, North",ZM,-12.4,27.8,"[{""mineral"":""COPPER"",""weight"":""100""}]","[{""segment"":""MINING"",""weight"":""100""}]",5.00,USD,OPERATING
                """.formatted(reference);

        var answers = lines(registrar().contentType("text/csv").accept("*/*").body(csv.getBytes(UTF_8)));

        assertThat(answers.getFirst().getString("status"))
                .as("%s", answers.getFirst().prettify())
                .isEqualTo("created");
        var project = registrar().get("/v1/projects/" + answers.getFirst().getString("id"));
        assertThat(project.<String>path("location.latitude")).isEqualTo("-12.4");
        assertThat(project.<String>path("capex.amount")).isEqualTo("5.00");
        assertThat(project.<String>path("name")).isEqualTo("Konkola, North");
    }

    @Test
    void onlyRegistrarsImport() {
        assertThatProblem(Tokens.of("analyst")
                        .request()
                        .contentType("application/x-ndjson")
                        .accept("*/*")
                        .body(line(reference()).getBytes(UTF_8))
                        .post("/v1/projects/imports"))
                .is(403, "forbidden");
    }

    private static String line(String reference) {
        return body(reference).replace("\n", "");
    }

    private static List<JsonPath> ndjson(String file) {
        return lines(registrar()
                .contentType("application/x-ndjson")
                .accept("application/x-ndjson")
                .body(file.getBytes(UTF_8)));
    }

    private static List<JsonPath> lines(RequestSpecification request) {
        var answer = request.post("/v1/projects/imports");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString().lines().map(JsonPath::new).toList();
    }
}
