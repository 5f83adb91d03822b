package io.lodestone.deals;

import static io.lodestone.contracts.limits.LimitEvent.LIMITS;
import static io.lodestone.deals.SomeLimitRequests.approve;
import static io.lodestone.deals.SomeLimitRequests.cancel;
import static io.lodestone.deals.SomeLimitRequests.check;
import static io.lodestone.deals.SomeLimitRequests.examined;
import static io.lodestone.deals.SomeLimitRequests.limit;
import static io.lodestone.deals.SomeLimitRequests.put;
import static io.lodestone.deals.SomeLimitRequests.someObligor;
import static io.lodestone.deals.SomeLimitRequests.take;
import static io.lodestone.deals.SomeLimitRequests.terms;
import static io.lodestone.deals.SomeRequests.analyst;
import static io.lodestone.deals.SomeRequests.officer;
import static io.lodestone.deals.SomeRequests.project;
import static io.lodestone.testing.ProblemAssert.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Limits hold, at every commit, and tell what happens to them once. */
@QuarkusTest
@WithBackbone(service = "deals")
class LimitsIT {

    private static final int SAMPLES_MAX = 100_000;

    private final DataSource database;

    LimitsIT(DataSource database) {
        this.database = database;
    }

    @Test
    void ofFiftyApprovalsAtOnceThoseThatFitPass() throws Exception {
        var obligor = someObligor();
        var limit = limit(obligor, "1000.00", "BLOCK");
        var deals = examined(obligor, 50);
        var answers = new ArrayList<Response>();
        try (var pool = Executors.newFixedThreadPool(50)) {
            var calls = deals.stream()
                    .map(deal -> (Callable<Response>) () -> approve(deal))
                    .toList();
            var approvals = calls.stream().map(pool::submit).toList();
            assertThat(mostEverUsed(limit, approvals)).isLessThanOrEqualTo(new BigDecimal("1000.00"));
            for (var approval : approvals) {
                answers.add(approval.get());
            }
        }
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(10);
        var refused =
                answers.stream().filter(answer -> answer.statusCode() != 200).toList();
        assertThat(refused).hasSize(40).allSatisfy(answer -> assertThatProblem(answer)
                .is(409, "limit-exceeded")
                .has("limitId", limit.toString())
                .has("threshold", "1000.00")
                .has("held", "0")
                .has("requested", "100.00"));
        assertThat(refused)
                .extracting(answer -> answer.jsonPath().getString("used"))
                .contains("1000.00");
        assertThat(committed(limit)).isEqualByComparingTo("1000.00");
        assertThat(factsOf(limit)).containsExactly("limit-set", "limit-approached", "limit-approached");
    }

    /** Looks at what is committed again and again until all are done. */
    private BigDecimal mostEverUsed(UUID limit, List<Future<Response>> running) throws SQLException {
        var most = BigDecimal.ZERO;
        for (int i = 0; i < SAMPLES_MAX && !running.stream().allMatch(Future::isDone); i++) {
            most = most.max(committed(limit));
        }
        return most;
    }

    /** What is used at one moment: the bucket and the sum of its lines are never apart. */
    private BigDecimal committed(UUID limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select coalesce((select sum(used) from limit_bucket where limit_id = l.id), 0),
                               coalesce((select sum(amount) from limit_line where limit_id = l.id), 0)
                        from exposure_limit l where id = ?
                        """)) {
            select.setObject(1, limit);
            try (var row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBigDecimal(1)).isEqualByComparingTo(row.getBigDecimal(2));
                return row.getBigDecimal(1);
            }
        }
    }

    @Test
    void headroomThatIsHeldIsSpentByItsApprovalOnly() {
        var obligor = someObligor();
        var limit = limit(obligor, "250.00", "BLOCK");
        var deals = examined(obligor, 3);
        var held = check(deals.getFirst(), "{\"hold\":true,\"days\":5}");
        assertThat(held.statusCode()).as(held.asString()).isEqualTo(200);
        assertThat(held.jsonPath().getString("holdId")).isNotNull();
        assertThat(held.jsonPath().getString("expiresOn")).isNotNull();

        assertThat(approve(deals.get(1)).statusCode()).isEqualTo(200);
        assertThatProblem(approve(deals.get(2)))
                .is(409, "limit-exceeded")
                .has("used", "100.00")
                .has("held", "100.00");
        assertThatProblem(check(deals.get(2), "{\"hold\":true}")).is(409, "limit-exceeded");
        assertThat(approve(deals.getFirst()).statusCode()).isEqualTo(200);

        assertThat(used(limit)).isEqualByComparingTo("200.00");
        assertThat(use(limit, "held")).isEqualTo("0");
        assertThat(factsOf(limit))
                .containsExactly("limit-set", "headroom-held", "headroom-released", "limit-approached");
        assertThat(facts(limit).get(2).data().path("why").asText()).isEqualTo("SPENT");
    }

    @Test
    void aHoldThatIsOverGivesItsHeadroomBackAtOnceAndIsToldOfOnce() throws SQLException {
        var obligor = someObligor();
        var limit = limit(obligor, "100.00", "BLOCK");
        var deals = examined(obligor, 2);
        check(deals.getFirst(), "{\"hold\":true,\"days\":1}");
        assertThatProblem(approve(deals.get(1))).is(409, "limit-exceeded");

        aDayLater(deals.getFirst());

        assertThat(approve(deals.get(1)).statusCode()).isEqualTo(200);
        assertThat(check(deals.getFirst(), "{}").jsonPath().getBoolean("limits.find{it.id=='" + limit + "'}.breached"))
                .isTrue();
        TopicReader.of(LIMITS).await(limit, 5);
        assertThat(facts(limit))
                .extracting(fact -> fact.fact() + fact.data().path("why").asText())
                .as("in whatever order the round came by")
                .containsExactlyInAnyOrder(
                        "limit-set",
                        "headroom-held",
                        "limit-approached",
                        "limit-approached",
                        "headroom-releasedEXPIRED");
    }

    @Test
    void aHoldCanBeGivenUpAndIsReplacedByAnotherForTheSameDeal() {
        var obligor = someObligor();
        var limit = limit(obligor, "100.00", "BLOCK");
        var deal = examined(obligor, 1).getFirst();
        check(deal, "{\"hold\":true,\"amount\":{\"amount\":\"60.00\",\"currency\":\"USD\"}}");
        var hold = check(deal, "{\"hold\":true,\"amount\":{\"amount\":\"90.00\",\"currency\":\"USD\"}}")
                .jsonPath()
                .getString("holdId");
        assertThat(use(limit, "held")).isEqualTo("90.00");
        assertThat(use(limit, "headroom")).isEqualTo("10.00");

        var tried = officer().delete("/v1/deals/" + deal + "/holds/" + hold + "?dryRun=true");
        assertThat(tried.jsonPath().getString("facts[0].type")).isEqualTo("io.lodestone.limits.headroom-released.v1");
        assertThat(use(limit, "held")).as("nothing was done yet").isEqualTo("90.00");
        assertThat(officer().delete("/v1/deals/" + deal + "/holds/" + hold).statusCode())
                .isEqualTo(204);

        assertThatProblem(officer().delete("/v1/deals/" + deal + "/holds/" + hold))
                .is(404, "not-found");
        assertThat(facts(limit))
                .extracting(fact -> fact.fact() + fact.data().path("why").asText())
                .containsExactly(
                        "limit-set",
                        "headroom-held",
                        "headroom-releasedREPLACED",
                        "headroom-held",
                        "headroom-releasedRELEASED");
    }

    @Test
    void aCheckSaysWhatWouldBeAndChangesNothing() {
        var obligor = someObligor();
        var limit = limit(obligor, "150.00", "BLOCK");
        var deals = examined(obligor, 2);
        approve(deals.getFirst());

        var answer = check(deals.get(1), "{}").jsonPath();

        var own = "limits.find{it.id=='" + limit + "'}.";
        assertThat(answer.getString(own + "limit")).isEqualTo("150.00");
        assertThat(answer.getString(own + "used")).isEqualTo("100.00");
        assertThat(answer.getString(own + "requested")).isEqualTo("100.00");
        assertThat(answer.getString(own + "after")).isEqualTo("200.00");
        assertThat(answer.getBoolean(own + "breached")).isTrue();
        assertThat(answer.getString(own + "measure")).isEqualTo("AUTHORIZED_UNSIGNED+UNDRAWN+OUTSTANDING+CONTINGENT");
        assertThat(answer.getString("holdId")).isNull();
        assertThat(answer.getList("limits.citation", String.class))
                .as("the statute is switched on")
                .contains("22 USC 9671(a)");
        assertThat(used(limit)).isEqualByComparingTo("100.00");
    }

    @Test
    void eachLevelIsToldOnceOnTheWayUpAndOnceOnTheWayDown() {
        var obligor = someObligor();
        var limit = limit(obligor, "250.00", "WARN");
        var deals = examined(obligor, 4);
        deals.subList(0, 3)
                .forEach(deal -> assertThat(approve(deal).statusCode()).isEqualTo(200));
        assertThat(factsOf(limit))
                .containsExactly("limit-set", "limit-approached", "limit-approached", "limit-breached");
        approve(deals.get(3));
        cancel(deals.get(3));
        assertThat(factsOf(limit)).as("still past it").hasSize(4);

        cancel(deals.get(0));
        cancel(deals.get(1));

        assertThat(facts(limit).subList(4, 7))
                .extracting(
                        fact -> fact.fact() + " " + fact.data().path("level").asText())
                .containsExactly("limit-cleared 100", "limit-cleared 90", "limit-cleared 80");
        assertThat(facts(limit)).extracting(CloudEvent::version).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void whatHasHappenedIsTakenInWhateverTheLimitSaysAndTheBreachIsTold() {
        var obligor = someObligor();
        var limit = limit(obligor, "150.00", "BLOCK");
        var line = """
                {"reference":"%s","agency":"DFC","instrument":"DIRECT_LOAN","title":"A loan","projectId":"%s","obligor":{"name":"%s","country":"BR"},"headline":{"amount":"100.00","currency":"USD"},"enterAs":"APPLIED","effectiveOn":"2026-01-15","history":[{"act":"due-diligence","effectiveOn":"2026-01-16"},{"act":"approval","effectiveOn":"2026-01-17","decidedBy":"The board"}]}
                """;
        var project = project(UUID.randomUUID().toString());
        take(line.formatted(UUID.randomUUID(), project, obligor) + line.formatted(UUID.randomUUID(), project, obligor));
        assertThat(used(limit)).isEqualByComparingTo("200.00");
        assertThat(factsOf(limit))
                .containsExactly("limit-set", "limit-approached", "limit-approached", "limit-breached");
        var deal = examined(obligor, 1).getFirst();
        assertThatProblem(approve(deal)).is(409, "limit-exceeded").has("used", "200.00");
        assertThat(cancel(deal).statusCode())
                .as("who asks for nothing is never refused")
                .isEqualTo(200);
    }

    @Test
    void aLimitThatIsSetLaterCountsWhatIsThereAndASharedOneFollows() {
        var obligor = someObligor();
        var deals = examined(obligor, 2);
        deals.forEach(SomeLimitRequests::approve);
        var limit = limit(obligor, "300.00", "BLOCK");
        assertThat(used(limit)).isEqualByComparingTo("200.00");
        var half = put(
                        terms(obligor, "1.00", "WARN")
                                .replace(SomeLimitRequests.key(obligor), SomeLimitRequests.key(obligor) + "-half")
                                .replace(
                                        "\"threshold\":{\"amount\":\"1.00\",\"currency\":\"USD\"}",
                                        "\"share\":\"50\",\"shareOf\":\"" + limit + "\""),
                        "")
                .jsonPath();
        assertThat(half.getString("threshold.amount")).isEqualTo("150.00");
        assertThat(half.getString("uses[0].used")).isEqualTo("200.00");
        assertThatProblem(put(terms(obligor, "500.00", "BLOCK"), "")).is(428, "if-match-missing");
        assertThatProblem(put(terms(obligor, "500.00", "BLOCK"), "\"7\"")).is(412, "stale");

        assertThat(put(terms(obligor, "500.00", "BLOCK"), "*").statusCode()).isEqualTo(200);

        var halfId = half.getUUID("id");
        assertThat(analyst().get("/v1/limits/" + halfId).jsonPath().getString("threshold.amount"))
                .isEqualTo("250.00");
        assertThat(facts(halfId))
                .extracting(
                        fact -> fact.fact() + " " + fact.data().path("level").asText())
                .containsExactly(
                        "limit-set ",
                        "limit-approached 80",
                        "limit-approached 90",
                        "limit-breached ",
                        "limit-set ",
                        "limit-cleared 100",
                        "limit-cleared 90");
    }

    @Test
    void aRestrictedDealIsInNoFigureOfWhoMayNotSeeIt() {
        var obligor = someObligor();
        var limit = limit(obligor, "300.00", "BLOCK");
        var project = project(UUID.randomUUID().toString());
        var secret = examined(obligor, 1, project, ",\"releaseClass\":\"RESTRICTED\"")
                .getFirst();
        var open = examined(obligor, 1, project, "").getFirst();
        approve(secret);
        approve(open);

        var contributors = "/v1/limits/" + limit + "/contributors";

        assertThat(analyst().get(contributors).jsonPath().getList("items.dealId", String.class))
                .containsExactly(open.toString());
        assertThat(used(limit)).as("an analyst").isEqualByComparingTo("100.00");
        assertThat(officer().get(contributors).jsonPath().getList("items.dealId", String.class))
                .containsExactlyInAnyOrder(open.toString(), secret.toString());
        assertThat(officer().get("/v1/limits/" + limit).jsonPath().getString("uses[0].used"))
                .isEqualTo("200.00");
        assertThat(officer().get(contributors + "?limit=1").jsonPath().getString("next"))
                .isNotNull();
    }

    @Test
    void aDealInAnotherCurrencyIsShownAndNotCounted() {
        var obligor = someObligor();
        var limit = limit(obligor, "50.00", "BLOCK");
        var deal = take("""
                {"reference":"%s","agency":"DFC","instrument":"DIRECT_LOAN","title":"A loan","projectId":"%s","obligor":{"name":"%s","country":"BR"},"headline":{"amount":"100.00","currency":"EUR"},"enterAs":"APPLIED","effectiveOn":"2026-01-15","history":[{"act":"due-diligence","effectiveOn":"2026-01-16"}]}
                """.formatted(
                                UUID.randomUUID(), project(UUID.randomUUID().toString()), obligor))
                .getFirst();
        var approved = SomeRequests.act(SomeRequests.approver(), deal, "approval", "{}");
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        var seen = analyst().get("/v1/limits/" + limit).jsonPath();
        assertThat(seen.getList("uses")).isEmpty();
        assertThat(seen.getString("uncounted[0].currency")).isEqualTo("EUR");
        assertThat(seen.getString("uncounted[0].amount")).isEqualTo("100.00");
        assertThat(check(deal, "{}").jsonPath().getBoolean("limits.find{it.id=='" + limit + "'}.counted"))
                .isFalse();
    }

    @Test
    void wrongTermsAreNamedAndOthersDealsAreNotBlocked() {
        var good = terms(someObligor(), "1.00", "BLOCK");
        assertThatProblem(put(good.replace("\"BLOCK\"", "\"STOP\""), ""))
                .is(422, "invalid")
                .violates("effect");
        assertThatProblem(put(good.replace("\"UNDRAWN\"", "\"DRAWN\""), ""))
                .is(422, "invalid")
                .violates("rungs[1]");
        assertThatProblem(put(good.replace("[\"80\"", "[\"100\""), ""))
                .is(422, "invalid")
                .violates("warnAt");
        assertThatProblem(put(good.replace("\"1.00\"", "\"-1.00\""), ""))
                .is(422, "invalid")
                .violates("threshold.amount");
        assertThatProblem(put(good.replace("\"title\"", "\"colour\":\"red\",\"title\""), ""))
                .is(400, "unknown-field");
        assertThatProblem(put(good.replace("[\"DFC\"]", "[\"EXIM\"]"), "")).is(403, "not-your-agency");
        assertThatProblem(put(
                        good.replace(
                                "\"threshold\":{\"amount\":\"1.00\",\"currency\":\"USD\"}",
                                "\"share\":\"5\",\"shareOf\":\"" + UUID.randomUUID() + "\""),
                        ""))
                .is(422, "invalid")
                .violates("shareOf");
        assertThatProblem(officer().body(good).put("/v1/limits")).is(403, "forbidden");
        assertThatProblem(analyst().get("/v1/limits?effect=STOP"))
                .is(422, "invalid")
                .violates("effect");
        assertThatProblem(analyst().get("/v1/limits/" + UUID.randomUUID())).is(404, "not-found");
        var deal = examined(someObligor(), 1).getFirst();
        assertThatProblem(check(deal, "{\"days\":5}")).is(422, "invalid").violates("days");
        assertThatProblem(check(deal, "{\"hold\":true,\"days\":91}"))
                .is(422, "invalid")
                .violates("days");
        assertThatProblem(check(deal, "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}"))
                .is(422, "invalid")
                .violates("amount.currency");
        approve(deal);
        assertThatProblem(check(deal, "{\"hold\":true}")).is(409, "nothing-to-hold");
        assertThatProblem(Tokens.of("deal-officer")
                        .agency("EXIM")
                        .request()
                        .body("{}")
                        .post("/v1/deals/" + deal + "/limit-checks"))
                .is(403, "not-your-agency");
    }

    /** All facts of the limit up to now. */
    private static List<CloudEvent> facts(UUID limit) {
        TopicReader.of(LIMITS)
                .await(limit, analyst().get("/v1/limits/" + limit).jsonPath().getLong("version"));
        return TopicReader.of(LIMITS).of(limit);
    }

    private static List<String> factsOf(UUID limit) {
        return facts(limit).stream().map(CloudEvent::fact).toList();
    }

    private static String use(UUID limit, String figure) {
        return officer().get("/v1/limits/" + limit).jsonPath().getString("uses[0]." + figure);
    }

    private static BigDecimal used(UUID limit) {
        return new BigDecimal(analyst().get("/v1/limits/" + limit).jsonPath().getString("uses[0].used"));
    }

    /** As the deal's hold would stand tomorrow. */
    private void aDayLater(UUID deal) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update limit_hold set expires_on = expires_on - 2 where deal_id = ?")) {
            update.setObject(1, deal);
            update.executeUpdate();
        }
    }
}
