package io.lodestone.projects.staging;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;
import static io.lodestone.projects.Callers.registered;
import static io.lodestone.projects.Callers.registrar;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Acts on a project that exists: stages and revisions. */
@QuarkusTest
@WithBackbone(service = "projects")
class ActsIT {

    @Test
    void aProjectMovesToTheNextStage() {
        var id = registered();

        var moved = act(id, "stage", "\"1\"", "{\"stage\":\"FINANCING\",\"reason\":\"study done\"}");

        moved.then().statusCode(200).header("ETag", "\"2\"").body("stage", equalTo("FINANCING"));
        var fact = TopicReader.of(PROJECTS).await(UUID.fromString(id), 2);
        assertThat(fact.type()).isEqualTo("io.lodestone.projects.project-stage-changed.v1");
        assertThat(fact.data().path("previousStage").asText()).isEqualTo("FEASIBILITY");
        assertThat(fact.data().path("reason").asText()).isEqualTo("study done");
    }

    @Test
    void aStageCannotBeSkipped() {
        assertThatProblem(act(registered(), "stage", "*", "{\"stage\":\"OPERATING\"}"))
                .is(409, "illegal-move")
                .allows("FINANCING", "SUSPENDED");
    }

    @Test
    void anActNeedsTheETagThatIsThere() {
        var id = registered();
        act(id, "stage", "\"1\"", "{\"stage\":\"FINANCING\"}");

        assertThatProblem(act(id, "stage", "\"1\"", "{\"stage\":\"CONSTRUCTION\"}"))
                .is(412, "stale");
        assertThatProblem(registrar().body("{\"stage\":\"CONSTRUCTION\"}").post("/v1/projects/" + id + "/stage"))
                .is(428, "if-match-missing");
        assertThatProblem(act(UUID.randomUUID().toString(), "stage", "*", "{\"stage\":\"CLOSED\"}"))
                .is(404, "not-found");
    }

    @Test
    void aRevisionChangesWhatItNamesAndNothingElse() {
        var id = registered();

        var revised = act(
                id,
                "revisions",
                "\"1\"",
                "{\"name\":\"Konkola Deep\",\"minerals\":[{\"mineral\":\"COPPER\",\"weight\":\"100\"}]}");

        revised.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Konkola Deep"))
                .body("country", equalTo("ZM"))
                .body("minerals.size()", equalTo(1));
        var fact = TopicReader.of(PROJECTS).await(UUID.fromString(id), 2);
        assertThat(fact.type()).isEqualTo("io.lodestone.projects.project-revised.v1");
        assertThat(fact.data().path("name").asText()).isEqualTo("Konkola Deep");
    }

    @Test
    void aRevisionThatChangesNothingIsNoFact() {
        act(registered(), "revisions", "*", "{\"name\":\"Konkola North\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void aRevisionKeepsTheRules() {
        var id = registered();

        assertThatProblem(act(id, "revisions", "*", "{\"minerals\":[{\"mineral\":\"COPPER\",\"weight\":\"99\"}]}"))
                .is(422, "invalid")
                .violates("minerals");
        assertThatProblem(act(id, "revisions", "*", "{\"stage\":\"CLOSED\"}"))
                .is(400, "unknown-field")
                .violates("stage");
    }

    private static Response act(String id, String act, String ifMatch, String body) {
        return registrar().header("If-Match", ifMatch).body(body).post("/v1/projects/" + id + "/" + act);
    }
}
