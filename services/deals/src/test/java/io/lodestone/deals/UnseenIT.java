package io.lodestone.deals;

import static io.lodestone.deals.SomeLimitRequests.approve;
import static io.lodestone.deals.SomeLimitRequests.examined;
import static io.lodestone.deals.SomeLimitRequests.limit;
import static io.lodestone.deals.SomeLimitRequests.someObligor;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A RESTRICTED deal, its package and its offtake do not exist for those who may not see them, whatever they ask. */
@QuarkusTest
@WithBackbone(service = "deals")
class UnseenIT {

    private static final UUID NO_HOLD = UUID.randomUUID();

    /** What stands for the placeholders in paths. */
    private static Map<String, String> names = Map.of();

    /** Made once; only a test has a service to ask. */
    @BeforeEach
    void whatIsSecret() {
        if (names.isEmpty()) {
            names = secrets();
        }
    }

    private static Map<String, String> secrets() {
        var obligor = someObligor();
        var project = project(UUID.randomUUID().toString());
        var limit = limit(obligor, "300.00", "BLOCK");
        var deal = examined(obligor, 1, project, ",\"releaseClass\":\"RESTRICTED\"")
                .getFirst();
        assertThat(approve(deal).statusCode()).isEqualTo(200);
        var bundle = created("/v1/packages", """
                {"reference":"%s","title":"A package"}
                """.formatted(UUID.randomUUID()));
        var secretBundle = created("/v1/packages", """
                {"reference":"%s","title":"A package","releaseClass":"RESTRICTED"}
                """.formatted(UUID.randomUUID()));
        assertThat(officer()
                        .header("If-Match", "*")
                        .put("/v1/packages/" + bundle + "/deals/" + deal)
                        .statusCode())
                .isEqualTo(200);
        var offtake = created("/v1/offtakes", """
                {"reference":"%s","agency":"DFC","projectId":"%s","seller":{"name":"Miner","country":"BR"},
                 "buyer":{"name":"Buyer","country":"US","kind":"TRADER"},"mineral":"RARE_EARTHS","product":"oxide",
                 "startsOn":"2026-01-01","years":3,"tonnesPerYear":"100","effectiveOn":"2025-05-01","releaseClass":"RESTRICTED"}
                """.formatted(UUID.randomUUID(), project));
        return Map.of(
                "{deal}", deal.toString(),
                "{package}", bundle.toString(),
                "{secretPackage}", secretBundle.toString(),
                "{offtake}", offtake.toString(),
                "{project}", project.toString(),
                "{limit}", limit.toString(),
                "{obligor}", obligor);
    }

    /** What is asked for by its own address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/deals/{deal}",
                "/v1/deals/{deal}/events",
                "/v1/deals/{deal}/rules",
                "/v1/packages/{secretPackage}",
                "/v1/offtakes/{offtake}",
                "/v1/offtakes/{offtake}/events"
            })
    void isNotThere(String path) {
        for (var stranger : strangers().entrySet()) {
            var answer = stranger.getValue().get(filled(path));
            assertThat(answer.statusCode()).as(stranger.getKey()).isEqualTo(404);
            assertThatProblem(answer).is(404, "not-found");
        }
        for (var friend : friends().entrySet()) {
            assertThat(friend.getValue().get(filled(path)).statusCode())
                    .as(friend.getKey())
                    .isEqualTo(200);
        }
    }

    /** What speaks of several things. @param name what only those find there who may */
    @ParameterizedTest
    @CsvSource({
        "/v1/deals?projectId={project}, {deal}",
        "/v1/deals?packageId={package}, {deal}",
        "/v1/deals?obligor={obligor}, {deal}",
        "/v1/packages/{package}, {deal}",
        "/v1/packages?limit=500, {secretPackage}",
        "/v1/offtakes?projectId={project}, {offtake}",
        "/v1/limits/{limit}/contributors, {deal}",
        "/v1/limits/{limit}, 100.00"
    })
    void isInNoList(String path, String name) {
        for (var stranger : strangers().entrySet()) {
            var answer = stranger.getValue().get(filled(path));
            assertThat(answer.statusCode()).as(stranger.getKey()).isEqualTo(200);
            assertThat(answer.asString()).as(stranger.getKey()).doesNotContain(filled(name));
        }
        for (var friend : friends().entrySet()) {
            assertThat(friend.getValue().get(filled(path)).asString())
                    .as(friend.getKey())
                    .contains(filled(name));
        }
    }

    /** An officer of another agency must not learn that there is something it may not touch. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/deals/{deal}/limit-checks             | {}
                    /v1/deals/{deal}/cancellation             | {"reason":"no"}
                    /v1/deals/{deal}/declination              | {"reason":"no"}
                    /v1/deals/{deal}/notices                  | {"ruleId":"LIM-08","sentOn":"2025-02-01"}
                    /v1/deals/{deal}/rules/LIM-08/override    | {"reason":"no"}
                    /v1/offtakes/{offtake}/signing            | {}
                    """)
    void nothingCanBeDoneToIt(String path, String body) {
        assertThatProblem(exim().header("If-Match", "*").body(body).post(filled(path)))
                .is(404, "not-found");
    }

    @Test
    void norCanItBePackedOrItsHoldBeReleased() {
        assertThatProblem(exim().header("If-Match", "*").put(filled("/v1/packages/{package}/deals/{deal}")))
                .is(404, "not-found");
        assertThatProblem(exim().delete(filled("/v1/deals/{deal}/holds/" + NO_HOLD)))
                .is(404, "not-found");
    }

    private static Map<String, RequestSpecification> strangers() {
        return Map.of(
                "an analyst without clearance", Tokens.of("analyst").request(),
                "a partner", Tokens.of("partner").agency("DFC").request(),
                "another agency", exim(),
                "cleared, but no analyst",
                        Tokens.of("deal-officer").agency("EXIM").restricted().request());
    }

    private static Map<String, RequestSpecification> friends() {
        return Map.of(
                "its agency",
                officer(),
                "an analyst with clearance",
                Tokens.of("analyst").restricted().request());
    }

    private static RequestSpecification exim() {
        return Tokens.of("deal-officer", "deal-approver").agency("EXIM").request();
    }

    private static String filled(String template) {
        var text = template;
        for (var name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text;
    }

    private static UUID created(String path, String body) {
        var answer = officer().body(body).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getUUID("id");
    }
}
