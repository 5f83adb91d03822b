package io.lodestone.deals;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;
import static io.lodestone.contracts.stockpiles.StockpileEvent.STOCKPILES;
import static io.lodestone.deals.SomeRequests.act;
import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.approver;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.deals.SomeRequests.proposal;
import static io.lodestone.deals.SomeRequests.told;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.projects.ProjectEvent.PermitStatusChanged;
import io.lodestone.contracts.projects.ProjectProfile;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.contracts.stockpiles.Material;
import io.lodestone.contracts.stockpiles.StockpileEvent.MaterialReceived;
import io.lodestone.contracts.stockpiles.StockpileEvent.StockpileOpened;
import io.lodestone.contracts.stockpiles.StockpileProfile;
import io.lodestone.testing.TopicSpeaker;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one thing means for another: permits and offtakes for conditions, a default for its group, receipts for offtakes. */
@QuarkusTest
@WithBackbone(service = "deals")
class LinksIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private static UUID project = new UUID(0, 0);

    @BeforeAll
    static void aProject() {
        project = project(UUID.randomUUID().toString());
    }

    @Test
    void conditionsFollowThePermitAndTheOfftakeTheyName() {
        var offtake = offtake("");
        var permit = "permit-" + UUID.randomUUID();
        var deal = approved("[{\"key\":\"p\",\"kind\":\"PERMIT\",\"description\":\"x\",\"reference\":\"" + permit
                + "\"},{\"key\":\"o\",\"kind\":\"OFFTAKE\",\"description\":\"x\",\"reference\":\"" + offtake + "\"}]");
        say(permit, 2, "GRANTED");
        offtakeAct(offtake, "signing", "{}");
        awaitConditions(deal, "SATISFIED", "SATISFIED");
        say(permit, 3, "REVOKED");
        awaitConditions(deal, "OPEN", "SATISFIED");
        offtakeAct(offtake, "termination", "{\"reason\":\"over\"}");
        awaitConditions(deal, "OPEN", "OPEN");
        var last = analyst()
                .get("/v1/deals/" + deal + "/events?limit=500")
                .jsonPath()
                .getMap("items[-1]");
        assertThat(last.get("type")).isEqualTo("io.lodestone.deals.condition-reopened.v1");
        assertThat(last.get("actor")).isEqualTo("service:deals");
    }

    @Test
    void aConditionNamesAnOfftakeThatIsThere() {
        var body = proposal(
                project,
                ",\"conditions\":[{\"key\":\"o\",\"kind\":\"OFFTAKE\",\"description\":\"x\",\"reference\":\""
                        + UUID.randomUUID() + "\"}]");
        assertThatProblem(officer().body(body).post("/v1/deals"))
                .is(422, "reference-unknown")
                .violates("conditions[0].reference");
    }

    @Test
    void aDefaultIsTurnedIntoAFlagOnTheGroup() {
        var group = UUID.randomUUID().toString();
        var defaulted = grouped(group);
        var sister = grouped(group);
        for (var act : List.of("application", "due-diligence")) {
            act(officer(), defaulted, act, "{}");
        }
        act(approver(), defaulted, "approval", "{}");
        told(defaulted);
        act(officer(), defaulted, "signing", "{}");
        act(officer(), defaulted, "effectiveness", "{}");
        act(officer(), defaulted, "default", "{\"reason\":\"unpaid\"}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Objects.equals(deal(sister).getString("crossDefaults[0].dealId"), defaulted.toString()));
        assertThat(deal(sister).getString("status")).isEqualTo("LETTER_OF_INTEREST");
        assertThat(deal(defaulted).getList("crossDefaults")).isEmpty();
        assertThat(analyst()
                        .get("/v1/deals?crossDefault=true&projectId=" + project)
                        .jsonPath()
                        .getList("items.id"))
                .contains(sister.toString())
                .doesNotContain(defaulted.toString());
        act(officer(), defaulted, "default/cure", "{}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> deal(sister).getList("crossDefaults").isEmpty());
    }

    @Test
    void theStockpilesReceiptsAreHeldAgainstTheSellersReports() {
        var stockpile = UUID.randomUUID();
        var profile = new StockpileProfile("A stockpile", "NATIONAL_DEFENSE", "DLA", "PUBLIC");
        TopicSpeaker.say(STOCKPILES, new StockpileOpened(stockpile, 1, NOON, DAY, profile, null));
        var id = offtake(",\"stockpileId\":\"" + stockpile + "\"");
        offtakeAct(id, "signing", "{}");
        offtakeAct(id, "in-force", "{}");
        offtakeAct(id, "deliveries", "{\"tonnes\":\"30\",\"deliveredOn\":\"2026-02-01\"}");
        TopicSpeaker.say(
                STOCKPILES,
                new MaterialReceived(
                        stockpile,
                        2,
                        NOON,
                        LocalDate.parse("2026-02-03"),
                        profile,
                        UUID.randomUUID(),
                        new Material("RARE_EARTHS", "OXIDE", "99 %"),
                        Tonnes.of("28.5"),
                        "GROSS",
                        null,
                        "BR",
                        "Miner",
                        id,
                        null,
                        "Depot",
                        Tonnes.of("28.5")));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Objects.equals(offtakeOf(id).getString("discrepancies[0].received"), "28.500"));
        assertThat(offtakeOf(id).getString("discrepancies[0].difference")).isEqualTo("1.500");
        assertThat(analyst()
                        .get("/v1/offtakes?discrepancies=true&limit=500")
                        .jsonPath()
                        .getList("items.id"))
                .contains(id.toString());
        offtakeAct(
                id, "deliveries", "{\"tonnes\":\"-1.5\",\"deliveredOn\":\"2026-02-01\",\"reason\":\"weighed again\"}");
        assertThat(offtakeOf(id).getList("discrepancies")).isEmpty();
    }

    @Test
    void aStockpileThatIsNotThereBuysNothing() {
        assertThatProblem(officer()
                        .body(offtakeBody(",\"stockpileId\":\"" + UUID.randomUUID() + "\""))
                        .post("/v1/offtakes"))
                .is(422, "reference-unknown")
                .violates("stockpileId");
    }

    private static void awaitConditions(UUID deal, String... statuses) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> deal(deal).getList("conditions.status").equals(List.of(statuses)));
    }

    private static JsonPath deal(UUID id) {
        return analyst().get("/v1/deals/" + id).jsonPath();
    }

    private static JsonPath offtakeOf(UUID id) {
        return analyst().get("/v1/offtakes/" + id).jsonPath();
    }

    private static UUID approved(String conditions) {
        var deal = proposed(proposal(project, ",\"conditions\":" + conditions));
        for (var act : List.of("application", "due-diligence")) {
            act(officer(), deal, act, "{}");
        }
        assertThat(act(approver(), deal, "approval", "{}").statusCode()).isEqualTo(200);
        return deal;
    }

    private static UUID grouped(String group) {
        return proposed(proposal(project, "")
                .replace("\"country\":\"BR\"}", "\"country\":\"BR\",\"group\":\"" + group + "\"}")
                .replace("\"name\":\"Serra Verde\"", "\"name\":\"Company " + UUID.randomUUID() + "\""));
    }

    private static UUID proposed(String body) {
        var answer = officer().body(body).post("/v1/deals");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getUUID("id");
    }

    private static UUID offtake(String more) {
        var answer = officer().body(offtakeBody(more)).post("/v1/offtakes");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getUUID("id");
    }

    private static String offtakeBody(String more) {
        return """
                {"reference":"%s","agency":"DFC","projectId":"%s","seller":{"name":"Miner","country":"BR"},
                 "buyer":{"name":"Buyer","country":"US","kind":"STOCKPILE"},"mineral":"RARE_EARTHS","product":"oxide",
                 "startsOn":"2026-01-01","years":3,"tonnesPerYear":"100","effectiveOn":"2025-05-01"%s}
                """.formatted(UUID.randomUUID(), project, more);
    }

    private static void offtakeAct(UUID id, String act, String body) {
        var answer = officer().header("If-Match", "*").body(body).post("/v1/offtakes/" + id + "/" + act);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static void say(String permit, long version, String status) {
        var profile = new ProjectProfile(
                "PRJ",
                "A mine",
                "BR",
                null,
                List.of(new Weight("RARE_EARTHS", Share.WHOLE)),
                List.of(new Weight("MINING", Share.WHOLE)),
                null,
                "FINANCING");
        TopicSpeaker.say(
                PROJECTS, new PermitStatusChanged(project, version, NOON, DAY, profile, permit, status, "IN_PROGRESS"));
    }
}
