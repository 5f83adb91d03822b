package io.lodestone.deals;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Share;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRegistered;
import io.lodestone.contracts.projects.ProjectProfile;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicSpeaker;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Callers and bodies for component tests. */
public final class SomeRequests {

    private SomeRequests() {}

    public static RequestSpecification officer() {
        return Tokens.of("deal-officer").agency("DFC").subject("olga").request();
    }

    public static RequestSpecification approver() {
        return Tokens.of("deal-approver").agency("DFC").subject("anna").request();
    }

    public static RequestSpecification analyst() {
        return Tokens.of("analyst").subject("carl").request();
    }

    /** A project as the projects service would tell of it. */
    public static UUID project(String reference) {
        var id = UUID.randomUUID();
        var profile = new ProjectProfile(
                reference,
                "A mine",
                "BR",
                null,
                List.of(new Weight("RARE_EARTHS", Share.WHOLE)),
                List.of(new Weight("MINING", Share.WHOLE)),
                null,
                "FINANCING");
        TopicSpeaker.say(
                PROJECTS,
                new ProjectRegistered(
                        id, 1, Instant.parse("2026-03-01T12:00:00Z"), LocalDate.parse("2026-03-01"), profile));
        return id;
    }

    /** To an obligor of its own: what one entity may owe is limited. */
    public static String proposal(UUID project, String more) {
        return """
                {"reference":"%s","agency":"DFC","program":"Direct loan","instrument":"DIRECT_LOAN","title":"Pela Ema expansion",
                 "projectId":"%s","obligor":{"name":"Serra Verde %1$s","country":"BR"},
                 "headline":{"amount":"465000000.00","currency":"USD"},"enterAs":"LETTER_OF_INTEREST","effectiveOn":"2025-01-15"%s}
                """.formatted(UUID.randomUUID(), project, more);
    }

    /** A deal proposed by olga of DFC. */
    public static UUID proposed() {
        var answer = officer()
                .body(proposal(project(UUID.randomUUID().toString()), ""))
                .post("/v1/deals");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getUUID("id");
    }

    public static Response act(RequestSpecification caller, UUID deal, String act, String body) {
        return caller.header("If-Match", "*").body(body).post("/v1/deals/" + deal + "/" + act);
    }

    /** Congress was told of the deal long ago, so that it may be signed. */
    public static void told(UUID deal) {
        var answer = act(officer(), deal, "notices", "{\"ruleId\":\"LIM-08\",\"sentOn\":\"2025-02-01\"}");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    /** A deal ready to be approved by anna. */
    public static UUID examined() {
        var deal = proposed();
        assertThat(act(officer(), deal, "application", "{}").statusCode()).isEqualTo(200);
        assertThat(act(officer(), deal, "due-diligence", "{}").statusCode()).isEqualTo(200);
        return deal;
    }
}
