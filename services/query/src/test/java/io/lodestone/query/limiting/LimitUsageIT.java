package io.lodestone.query.limiting;

import static io.lodestone.contracts.limits.LimitEvent.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.limits.LimitEvent.HeadroomHeld;
import io.lodestone.contracts.limits.LimitEvent.HeadroomReleased;
import io.lodestone.contracts.limits.LimitEvent.LimitApproached;
import io.lodestone.contracts.limits.LimitEvent.LimitSet;
import io.lodestone.contracts.limits.LimitProfile;
import io.lodestone.contracts.limits.LimitScope;
import io.lodestone.contracts.limits.LimitUse;
import io.lodestone.query.asking.Story;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithBackbone(service = "query")
class LimitUsageIT {

    private static final Instant THEN = Instant.parse("2025-06-01T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    private final UUID limit = UUID.randomUUID();
    private final String obligor = "Obligor " + limit;
    private final Story story = new Story()
            .owedBy(obligor)
            .project("2024-01-01", "2024-01-01T08:00:00Z", "BR", "LITHIUM=75 TIN=25", "MINING=100");
    private final Story.Deal deal = story.deal("DFC").approved("2025-04-01", "2025-04-01T08:00:00Z", "60.00");
    private long version;

    @Test
    void aLimitIsUsedByTheDealsInItsScope() {
        set(List.of(), null);

        var usage = usage(Tokens.of("analyst"));

        assertThat((Map<String, Object>) usage.path("buckets[0]"))
                .containsEntry("threshold", "100.00")
                .containsEntry("used", "60.00")
                .containsEntry("held", "0.00")
                .containsEntry("headroom", "40.00")
                .containsEntry("usedShare", "60.00")
                .containsEntry("measure", "AUTHORIZED_UNSIGNED+OUTSTANDING")
                .containsEntry("breached", false);
        assertThat((List<String>) usage.path("contributors.dealId")).containsExactly(deal.id.toString());
        assertThat((String) usage.path("trend[0].used")).isEqualTo("60.00");
        assertThat((List<?>) usage.path("trend")).hasSize(13);
    }

    @Test
    void aMineralCountsWithItsWeightAndABucketForEachValueOfPer() {
        set(List.of("TIN"), null);
        assertThat((String) usage(Tokens.of("analyst")).path("buckets[0].used")).isEqualTo("15.00");

        set(List.of(), "MINERAL");
        var usage = usage(Tokens.of("analyst"));
        assertThat((List<String>) usage.path("buckets.bucket")).containsExactly("LITHIUM", "TIN");
        assertThat((List<String>) usage.path("buckets.used")).containsExactly("45.00", "15.00");
    }

    @Test
    void whatIsHeldTakesHeadroomUntilItIsReleased() {
        set(List.of(), null);
        var hold = UUID.randomUUID();
        held(hold, deal.id, "PUBLIC", "25.00");

        var usage = usage(Tokens.of("analyst"));
        assertThat((String) usage.path("buckets[0].held")).isEqualTo("25.00");
        assertThat((String) usage.path("buckets[0].headroom")).isEqualTo("15.00");
        assertThat((List<String>) usage.path("holds.holdId")).containsExactly(hold.toString());
        assertThat(keysNear("80")).contains("limit-" + limit);

        story.tell(
                LIMITS,
                new HeadroomReleased(
                        limit,
                        ++version,
                        THEN,
                        DAY,
                        profile("PUBLIC"),
                        use("60", "0"),
                        deal.id,
                        hold,
                        Money.of("25.00", "USD"),
                        "RELEASED"));
        assertThat((String) usage(Tokens.of("analyst")).path("buckets[0].held")).isEqualTo("0.00");
        assertThat(keysNear("80")).doesNotContain("limit-" + limit);
    }

    @Test
    void aRestrictedDealIsInNoUseHoldOrHistoryOfThoseWhoMayNotSeeIt() {
        set(List.of(), null);
        var secret = story.restrictedDeal("DOD").approved("2025-04-01", "2025-04-01T08:00:00Z", "7.00");
        held(UUID.randomUUID(), secret.id, "RESTRICTED", "3.00");
        story.tell(
                LIMITS,
                new LimitApproached(
                        limit, ++version, THEN, DAY, profile("RESTRICTED"), use("67", "3"), Share.of("50")));

        var unseen = usage(Tokens.of("analyst"));
        var seen = usage(Tokens.of("analyst").restricted());

        assertThat((String) unseen.path("buckets[0].used")).isEqualTo("60.00");
        assertThat((String) unseen.path("buckets[0].held")).isEqualTo("0.00");
        assertThat((List<?>) unseen.path("contributors")).hasSize(1);
        assertThat((List<?>) unseen.path("holds")).isEmpty();
        assertThat((List<?>) unseen.path("told")).isEmpty();
        assertThat((String) seen.path("buckets[0].used")).isEqualTo("67.00");
        assertThat((String) seen.path("buckets[0].held")).isEqualTo("3.00");
        assertThat((List<?>) seen.path("told")).hasSize(2);
        assertThat((String) seen.path("told[0].level")).isEqualTo("50");
    }

    @Test
    void aSupposedDealMovesExposureConcentrationAndLimitsAndNothingIsStored() {
        set(List.of(), null);

        var answer = whatIf(Tokens.of("analyst"), "\"projectId\":\"" + story.project + "\"", "50.00");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat((String) answer.path("before.authorizedUnsigned")).isEqualTo("60.00");
        assertThat((String) answer.path("exposure.total.authorizedUnsigned")).isEqualTo("110.00");
        assertThat((List<String>) answer.path("exposure.cells.authorizedUnsigned"))
                .containsExactly("82.50", "27.50");
        assertThat((int) answer.path("exposure.total.deals")).isEqualTo(2);
        assertThat((String) answer.path("concentration.after[0].hhi")).isEqualTo("6250.00");
        assertThat((Map<String, Object>) answer.path("limits.find { it.id == '" + limit + "' }"))
                .containsEntry("before", "60.00")
                .containsEntry("after", "110.00")
                .containsEntry("limit", "100.00")
                .containsEntry("breached", true);
        assertThat((String) usage(Tokens.of("analyst")).path("buckets[0].used")).isEqualTo("60.00");
        assertThat((String) story.ask("").path("total.authorizedUnsigned")).isEqualTo("60.00");
    }

    @Test
    void aSupposedDealMayNameCountryAndMineralsInsteadOfAProject() {
        set(List.of("TIN"), null);

        var answer = whatIf(
                Tokens.of("analyst"),
                "\"country\":\"BO\",\"minerals\":[{\"mineral\":\"TIN\",\"weight\":\"100\"}]",
                "1.00");

        assertThat((Map<String, Object>) answer.path("limits.find { it.id == '" + limit + "' }"))
                .containsEntry("before", "15.00")
                .containsEntry("after", "16.00")
                .containsEntry("breached", false);
    }

    @Test
    void aSupposedDealThatMakesNoSenseIsRefusedByName() {
        var project = "\"projectId\":\"" + story.project + "\"";
        assertThat(whatIf(Tokens.of("partner"), project, "1.00").statusCode()).isEqualTo(403);
        assertThat(whatIf(Tokens.of("analyst"), project + ",\"country\":\"BO\"", "1.00")
                        .statusCode())
                .isEqualTo(422);
        assertThat(whatIf(Tokens.of("analyst"), "\"projectId\":\"" + limit + "\"", "1.00")
                        .statusCode())
                .isEqualTo(422);
        assertThat(whatIf(Tokens.of("analyst"), project + ",\"colour\":\"red\"", "1.00")
                        .statusCode())
                .isEqualTo(400);
        assertThat(whatIf(Tokens.of("analyst"), project + ",\"measure\":\"total\"", "1.00")
                        .statusCode())
                .isEqualTo(422);
        assertThat(whatIf(Tokens.of("analyst"), project, "-1.00").statusCode()).isEqualTo(422);
        assertThat(whatIf(
                                Tokens.of("analyst"),
                                "\"country\":\"BO\",\"minerals\":[{\"mineral\":\"TIN\",\"weight\":\"99\"}]",
                                "1.00")
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit-usage?near=much 400",
                "limit-usage?near=-1 400",
                "limit-usage?colour=red 400",
                "limit-usage/019a5c10-7c00-7d3e-8a51-3f0c2b9d4e0f 404",
                "limit-usage/x 404"
            })
    void aQuestionThatMakesNoSenseIsRefused(String line) {
        var words = line.split(" ");
        assertThat(Tokens.of("analyst").request().get("/v1/" + words[0]).statusCode())
                .isEqualTo(Integer.parseInt(words[1]));
    }

    private Response whatIf(Tokens caller, String place, String amount) {
        var body = "{\"deals\":[{\"agency\":\"EXIM\",\"instrument\":\"DIRECT_LOAN\"," + place
                + ",\"obligor\":{\"name\":\"" + obligor + "\",\"country\":\"BR\"},\"amount\":{\"amount\":\"" + amount
                + "\",\"currency\":\"USD\"}}]}";
        return story.as(caller)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/exposure/what-if?by=mineral&project=" + story.project);
    }

    private Response usage(Tokens caller) {
        var answer = story.as(caller).get("/v1/limit-usage/" + limit);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private List<String> keysNear(String percent) {
        return story.as(Tokens.of("analyst"))
                .get("/v1/limit-usage?near=" + percent)
                .path("items.key");
    }

    private void set(List<String> minerals, String per) {
        var scope = new LimitScope(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                minerals,
                List.of(),
                List.of(obligor.toUpperCase(Locale.ROOT)));
        story.tell(
                LIMITS,
                new LimitSet(
                        limit,
                        ++version,
                        THEN,
                        DAY,
                        profile("PUBLIC"),
                        scope,
                        per,
                        List.of("AUTHORIZED_UNSIGNED", "OUTSTANDING"),
                        Money.of("100.00", "USD"),
                        null,
                        null,
                        List.of(Share.of("80")),
                        LocalDate.of(2025, 1, 1),
                        null,
                        null,
                        List.of()));
    }

    private void held(UUID hold, UUID forDeal, String releaseClass, String amount) {
        story.tell(
                LIMITS,
                new HeadroomHeld(
                        limit,
                        ++version,
                        THEN,
                        DAY,
                        profile(releaseClass),
                        use("60", amount),
                        forDeal,
                        hold,
                        Money.of(amount, "USD"),
                        LocalDate.of(2999, 1, 1)));
    }

    private static LimitUse use(String used, String held) {
        return new LimitUse(null, new BigDecimal("100"), new BigDecimal(used), new BigDecimal(held), "USD");
    }

    private LimitProfile profile(String releaseClass) {
        return new LimitProfile("limit-" + limit, "A limit", null, null, "BLOCK", releaseClass);
    }
}
