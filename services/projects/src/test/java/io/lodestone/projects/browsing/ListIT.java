package io.lodestone.projects.browsing;

import static io.lodestone.projects.Callers.analyst;
import static io.lodestone.projects.Callers.body;
import static io.lodestone.projects.Callers.reference;
import static io.lodestone.projects.Callers.registrar;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackbone(service = "projects")
class ListIT {

    @Test
    void aListIsFilteredAndTurnedPageByPage() {
        // the only projects of Iceland in any test
        var references = List.of(reference(), reference(), reference());
        references.forEach(reference -> registrar()
                .body(body(reference).replace("\"ZM\"", "\"IS\""))
                .post("/v1/projects")
                .then()
                .statusCode(201));

        var seen = new ArrayList<String>();
        var next = "/v1/projects?country=IS&mineral=COBALT&segment=MINING&stage=FEASIBILITY&limit=2";
        var pages = 0;
        while (next != null) {
            var page = analyst().urlEncodingEnabled(false).get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.jsonPath().getList("items.reference"));
            var link = page.header("Link");
            next = link == null ? null : link.replaceFirst("^<([^>]*)>.*", "$1");
            pages++;
        }

        assertThat(seen).containsExactlyElementsOf(references);
        assertThat(pages).isEqualTo(2);
        assertThat(analyst()
                        .get("/v1/projects?country=IS&mineral=GOLD")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void aListIsStreamedInTheOrderThatIsAskedFor() {
        // the only projects of Malta in any test
        var references = List.of(reference(), reference(), reference());
        references.forEach(reference -> registrar()
                .body(body(reference).replace("\"ZM\"", "\"MT\""))
                .post("/v1/projects")
                .then()
                .statusCode(201));

        var all = "/v1/projects?country=MT&changedSince=2020-01-01T00:00:00Z&fields=reference&sort=";
        var sorted = references.stream().sorted().map("{\"reference\":\"%s\"}"::formatted);
        assertThat(analyst()
                        .accept("application/x-ndjson")
                        .get(all + "reference")
                        .asString()
                        .lines())
                .containsExactlyElementsOf(sorted.toList());
        assertThat(analyst()
                        .accept("text/csv")
                        .get(all + "-registeredAt")
                        .asString()
                        .lines())
                .containsExactly("reference", references.get(2), references.get(1), references.get(0));
    }

    @Test
    void aWrongFilterIsNamed() {
        assertThatProblem(analyst().get("/v1/projects?sort=name"))
                .is(400, "malformed")
                .allows("changedAt", "id", "reference", "registeredAt");
        assertThatProblem(analyst().accept("text/html").get("/v1/projects")).is(406, "not-acceptable");
        assertThatProblem(analyst().get("/v1/projects?changedSince=now"))
                .is(422, "invalid")
                .violates("changedSince");
        assertThatProblem(analyst().get("/v1/projects?mineral=COPER"))
                .is(422, "invalid")
                .violates("mineral");
        assertThatProblem(analyst().get("/v1/projects?country=zm"))
                .is(422, "invalid")
                .violates("country");
        assertThatProblem(analyst().get("/v1/projects?limit=501")).is(400, "malformed");
    }

    @Test
    void whatIsNoFilterIsRefusedAndNotAnsweredWithEverything() {
        assertThatProblem(analyst().get("/v1/projects?contry=ZM"))
                .is(400, "malformed")
                .violates("contry")
                .allows("after", "changedSince", "country", "fields", "limit", "mineral", "segment", "sort", "stage");
        assertThatProblem(analyst().get("/v1/projects?dryRun=true"))
                .is(400, "malformed")
                .violates("dryRun");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatProblem(analyst().get("/v1/projects/0190a8e0-0000-7000-8000-000000000000"))
                .is(404, "not-found");
        assertThatProblem(analyst().get("/v1/projects/0190a8e0-0000-7000-8000-000000000000/events"))
                .is(404, "not-found");
        assertThatProblem(analyst().get("/v1/projects/not-an-id")).is(404, "not-found");
    }
}
