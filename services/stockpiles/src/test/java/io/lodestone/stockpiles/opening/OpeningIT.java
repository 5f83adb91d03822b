package io.lodestone.stockpiles.opening;

import static io.lodestone.contracts.stockpiles.StockpileEvent.STOCKPILES;
import static io.lodestone.stockpiles.Callers.act;
import static io.lodestone.stockpiles.Callers.analyst;
import static io.lodestone.stockpiles.Callers.charter;
import static io.lodestone.stockpiles.Callers.keeper;
import static io.lodestone.stockpiles.Callers.receipt;
import static io.lodestone.stockpiles.Callers.stranger;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithBackbone(service = "stockpiles")
class OpeningIT {

    @Test
    void aStockpileIsOpenedReadAndTold() {
        var opened = keeper().body(charter()).post("/v1/stockpiles");

        var id = opened.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/v1/stockpiles/"))
                .body("custodian", equalTo("DLA"))
                .body("movements", equalTo(0))
                .extract()
                .<String>path("id");
        var read = analyst().get(opened.header("Location"));
        assertThat(read.asString()).isEqualTo(opened.asString());
        analyst()
                .header("If-None-Match", "\"1\"")
                .get("/v1/stockpiles/" + id)
                .then()
                .statusCode(304);
        var fact = TopicReader.of(STOCKPILES).await(UUID.fromString(id), 1);
        assertThat(fact.type()).isEqualTo("io.lodestone.stockpiles.stockpile-opened.v1");
        assertThat(fact.attribute("actor")).isEqualTo("dora");
        assertThat(fact.data().path("custodian").asText()).isEqualTo("DLA");
        analyst().get("/v1/stockpiles/" + id + "/events").then().body("items.size()", equalTo(1));
    }

    @Test
    void onlyTheCustodianWrites() {
        assertThatProblem(stranger().body(charter()).post("/v1/stockpiles")).is(403, "not-your-agency");
        assertThatProblem(analyst().body(charter()).post("/v1/stockpiles")).is(403, "forbidden");
        assertThatProblem(RestAssured.given()
                        .contentType("application/json")
                        .body(charter())
                        .post("/v1/stockpiles"))
                .is(401, "no-valid-token");
        var id = keeper().body(charter()).post("/v1/stockpiles").<String>path("id");
        assertThatProblem(stranger().header("If-Match", "*").body(receipt()).post("/v1/stockpiles/" + id + "/receipts"))
                .is(403, "not-your-agency");
    }

    @Test
    void aRestrictedStockpileDoesNotExistForOthers() {
        var id = keeper().body(charter().replace("\"PUBLIC\"", "\"RESTRICTED\""))
                .post("/v1/stockpiles")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        act(id, "receipts", receipt()).then().statusCode(200);

        for (var path : List.of("", "/levels", "/movements", "/movements/verification", "/events")) {
            assertThatProblem(analyst().get("/v1/stockpiles/" + id + path)).is(404, "not-found");
            assertThatProblem(Tokens.of("partner").agency("DLA").request().get("/v1/stockpiles/" + id + path))
                    .is(404, "not-found");
            assertThat(keeper().get("/v1/stockpiles/" + id + path).statusCode()).isEqualTo(200);
            assertThat(Tokens.of("analyst")
                            .restricted()
                            .request()
                            .get("/v1/stockpiles/" + id + path)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThatProblem(stranger().header("If-Match", "*").body(receipt()).post("/v1/stockpiles/" + id + "/receipts"))
                .is(404, "not-found");
        assertThat(allIds(analyst())).doesNotContain(id);
        assertThat(allIds(keeper())).contains(id);
    }

    @Test
    void aListIsTurnedPageByPage() {
        var mine = Tokens.of("stockpile-manager").agency("KFW").request();
        var body = charter().replace("\"DLA\"", "\"KFW\"");
        var ids = List.of(
                mine.body(body).post("/v1/stockpiles").<String>path("id"),
                mine.body(body).post("/v1/stockpiles").<String>path("id"),
                mine.body(body).post("/v1/stockpiles").<String>path("id"));

        var first = analyst().get("/v1/stockpiles?custodian=KFW&limit=2");
        var second = analyst().get("/v1/stockpiles?custodian=KFW&limit=2&after=" + first.<String>path("next"));

        var seen = new ArrayList<String>(first.jsonPath().getList("items.id", String.class));
        seen.addAll(second.jsonPath().getList("items.id", String.class));
        assertThat(seen).containsExactlyElementsOf(ids);
        assertThat(second.<String>path("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "purpose"              | "colour":"red","purpose" | 400 | unknown-field | colour
                    "Strategic reserve"    | 7                        | 400 | malformed     | name
                    "Strategic reserve"    | ""                       | 422 | invalid       | name
                    "NATIONAL_DEFENSE"     | "WAR"                    | 422 | invalid       | programme
                    "DLA"                  | "DLAA"                   | 422 | invalid       | custodian
                    "PUBLIC"               | "SECRET"                 | 422 | invalid       | releaseClass
                    """)
    void aWrongFieldIsNamed(String right, String wrong, int status, String slug, String field) {
        assertThatProblem(keeper().body(charter().replace(right, wrong)).post("/v1/stockpiles"))
                .is(status, slug)
                .violates(field);
    }

    @Test
    void brokenJsonIsMalformed() {
        assertThatProblem(keeper().body("{\"name\"").post("/v1/stockpiles")).is(400, "malformed");
    }

    private static List<String> allIds(RequestSpecification caller) {
        return caller.get("/v1/stockpiles?custodian=DLA&limit=500").jsonPath().getList("items.id", String.class);
    }
}
