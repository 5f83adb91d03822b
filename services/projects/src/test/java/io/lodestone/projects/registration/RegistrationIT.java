package io.lodestone.projects.registration;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;
import static io.lodestone.projects.Callers.analyst;
import static io.lodestone.projects.Callers.body;
import static io.lodestone.projects.Callers.reference;
import static io.lodestone.projects.Callers.register;
import static io.lodestone.projects.Callers.registrar;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithBackbone(service = "projects")
class RegistrationIT {

    @Test
    void aProjectIsRegisteredReadAndTold() {
        var reference = reference();

        var created = register(reference);

        var id = created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/v1/projects/"))
                .header("Consistency-Token", notNullValue())
                .body("reference", equalTo(reference))
                .body("minerals[0].weight", equalTo("62.5"))
                .body("capex.amount", equalTo("1000000.00"))
                .body("adminArea", nullValue())
                .extract()
                .<String>path("id");
        var read = analyst().get(created.header("Location"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asString()).isEqualTo(created.asString());
        analyst()
                .header("If-None-Match", "\"1\"")
                .get("/v1/projects/" + id)
                .then()
                .statusCode(304);
        var fact = TopicReader.of(PROJECTS).await(UUID.fromString(id), 1);
        assertThat(fact.type()).isEqualTo("io.lodestone.projects.project-registered.v1");
        assertThat(fact.key()).isEqualTo(id);
        assertThat(fact.attribute("actor")).isEqualTo("rita");
        assertThat(fact.data().path("effectiveOn").asText()).isEqualTo("2026-01-15");
        assertThat(fact.data().path("minerals").path(0).path("code").asText()).isEqualTo("COPPER");
        analyst()
                .get("/v1/projects/" + id + "/events")
                .then()
                .statusCode(200)
                .body("items[0].type", equalTo("io.lodestone.projects.project-registered.v1"))
                .body("items[0].data.stage", equalTo("FEASIBILITY"));
    }

    @Test
    void aReferenceIsTakenOnce() {
        var reference = reference();
        var first = register(reference).<String>path("id");

        assertThatProblem(register(reference)).is(409, "reference-taken").has("id", first);
    }

    @Test
    void theSameKeyGivesTheSameAnswerAgain() {
        var body = body(reference());
        var key = UUID.randomUUID().toString();

        var first = registrar().header("Idempotency-Key", key).body(body).post("/v1/projects");
        var again = registrar().header("Idempotency-Key", key).body(body).post("/v1/projects");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(TopicReader.of(PROJECTS)
                        .await(UUID.fromString(first.path("id")), 1)
                        .version())
                .isEqualTo(1);
        assertThatProblem(registrar()
                        .header("Idempotency-Key", key)
                        .body(body(reference()))
                        .post("/v1/projects"))
                .is(422, "idempotency-key-reused");
    }

    @Test
    void aDryRunStoresNothing() {
        var reference = reference();

        registrar()
                .body(body(reference))
                .post("/v1/projects?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("facts.size()", equalTo(1))
                .body("resource.reference", equalTo(reference));

        assertThat(register(reference).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "stage":               | "phase":"X","stage":   | 400 | unknown-field | phase
                    "Konkola North"        | 7                      | 400 | malformed     | name
                    "62.5"                 | 62.5                   | 400 | malformed     | minerals[0].weight
                    "COPPER"               | "COPER"                | 422 | invalid       | minerals[0].mineral
                    "COBALT"               | "COPPER"               | 422 | invalid       | minerals
                    "62.5"                 | "62"                   | 422 | invalid       | minerals
                    "100"                  | "99.999999"            | 422 | invalid       | segments
                    "MINING"               | "DIGGING"              | 422 | invalid       | segments[0].segment
                    "ZM"                   | "ZZ"                   | 422 | invalid       | country
                    "USD"                  | "XXD"                  | 422 | invalid       | capex.currency
                    "1000000.00"           | "1000000.001"          | 422 | invalid       | capex.amount
                    "1000000.00"           | "-1.00"                | 422 | invalid       | capex.amount
                    "1000000.00"           | "1e6"                  | 422 | invalid       | capex.amount
                    "FEASIBILITY"          | "DREAMING"             | 422 | invalid       | stage
                    "2026-01-15"           | "2126-01-15"           | 422 | invalid       | effectiveOn
                    "2026-01-15"           | "15/01/2026"           | 422 | invalid       | effectiveOn
                    "Konkola North"        | "Kon\\u0000kola"       | 422 | invalid       | name
                    "Konkola North"        | " "                    | 422 | invalid       | name
                    """)
    void aWrongFieldIsNamed(String right, String wrong, int status, String slug, String field) {
        var reference = reference();

        var refused = registrar().body(body(reference).replace(right, wrong)).post("/v1/projects");

        assertThatProblem(refused).is(status, slug).violates(field);
        assertThat(register(reference).statusCode()).as("nothing was stored").isEqualTo(201);
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatProblem(registrar().body("{\"reference\":\"X\"}").post("/v1/projects"))
                .is(422, "invalid")
                .violates("name");
    }

    @Test
    void brokenJsonIsMalformed() {
        assertThatProblem(registrar().body("{\"reference\":").post("/v1/projects"))
                .is(400, "malformed");
        assertThatProblem(registrar().body("").post("/v1/projects")).is(400, "malformed");
    }

    @Test
    void aPlaceOffTheEarthIsRefused() {
        var body = body(reference())
                .replace("\"country\"", "\"location\":{\"latitude\":\"90.1\",\"longitude\":\"0\"},\"country\"");

        assertThatProblem(registrar().body(body).post("/v1/projects"))
                .is(422, "invalid")
                .violates("location.latitude");
    }

    @Test
    void onlyRegistrarsWrite() {
        var body = body(reference());

        assertThatProblem(analyst().body(body).post("/v1/projects")).is(403, "forbidden");
        assertThatProblem(RestAssured.given()
                        .contentType("application/json")
                        .body(body)
                        .post("/v1/projects"))
                .is(401, "no-valid-token");
        assertThatProblem(Tokens.of().request().get("/v1/projects")).is(403, "forbidden");
    }
}
