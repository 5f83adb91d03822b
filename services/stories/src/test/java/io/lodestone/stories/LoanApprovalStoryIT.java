package io.lodestone.stories;

import static io.lodestone.stories.Loans.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lodestone.local.Service;
import io.lodestone.testing.TopicReader;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens when a loan is approved, from the first request to the webhook, and what becomes of the loan. */
@ExtendWith(OverLodestone.class)
class LoanApprovalStoryIT {

    private static final List<String> MEASURES =
            List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding", "contingent", "paid", "writtenOff");

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration WITHIN_A_SECOND = Duration.ofSeconds(1);

    private final Lodestone lodestone;
    private final Person officer;
    private final Person approver;
    private final Person analyst;

    LoanApprovalStoryIT(Lodestone lodestone) {
        this.lodestone = lodestone;
        officer = lodestone.person("olga", "EXIM", "deal-officer");
        approver = lodestone.person("anna", "EXIM", "deal-approver");
        analyst = lodestone.person("ines", "", "analyst");
    }

    @Test
    void anApprovedLoanMovesTheExposureTheFundingAndAPartnersMailbox() throws Exception {
        var project = Loans.mine(lodestone);
        try (var mailbox = new Mailbox()) {
            var secret = subscribe(mailbox);
            var deal = underDueDiligence(project, "90000000.01");
            awaitExposure(project, "pipeline", "90000000.01");

            var key = UUID.randomUUID().toString();
            var first = approve(deal, key);
            long answered = System.nanoTime();
            awaitExposure(project, "authorizedUnsigned", "90000000.01");
            var moved = Duration.ofNanos(System.nanoTime() - answered);
            System.out.println("Story: the exposure moved " + moved.toMillis() + " ms after the approval's answer");
            assertThat(moved).isLessThanOrEqualTo(WITHIN_A_SECOND);

            var again = approve(deal, key);
            assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            theFactIsOnTheTopic(deal);
            theProjectIsFunded(project);
            aSplitSumsToTheWhole(project);
            thePartnerIsToldOnce(mailbox, secret, deal);
            assertThat(officer.read(Service.DEALS, "/v1/deals/" + deal).getInt("version"))
                    .isEqualTo(4);
        }
    }

    @Test
    void aSignedLoanIsDrawnAndRepaidAndItsFiguresFollow() {
        var project = Loans.mine(lodestone);
        var deal = underDueDiligence(project, "95000000.00");
        approve(deal, UUID.randomUUID().toString());
        var path = "/v1/deals/" + deal;

        var signed = officer.act(Service.DEALS, path + "/signing", Map.of());
        assertThat(signed.getString("figures.undrawn")).isEqualTo("95000000.00");
        officer.act(Service.DEALS, path + "/effectiveness", Map.of());
        officer.act(Service.DEALS, path + "/disbursements", Map.of("amount", money("65000000.07")));
        var repaid = officer.act(Service.DEALS, path + "/repayments", Map.of("principal", money("5000000.03")));

        assertThat(repaid.getString("status")).isEqualTo("EFFECTIVE");
        assertThat(repaid.getString("figures.committed")).isEqualTo("95000000.00");
        assertThat(repaid.getString("figures.disbursed")).isEqualTo("65000000.07");
        assertThat(repaid.getString("figures.repaid")).isEqualTo("5000000.03");
        assertThat(repaid.getString("figures.undrawn")).isEqualTo("29999999.93");
        assertThat(repaid.getString("figures.outstanding")).isEqualTo("60000000.04");
        awaitExposure(project, "outstanding", "60000000.04");
        awaitExposure(project, "undrawn", "29999999.93");
        aSplitSumsToTheWhole(project);
        assertThat(officer.read(Service.DEALS, path + "/events").getList("items.version", Integer.class))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    private String underDueDiligence(String project, String headline) {
        var deal = officer.create(Service.DEALS, "/v1/deals", Loans.loan(project, headline))
                .getString("id");
        officer.act(Service.DEALS, "/v1/deals/" + deal + "/application", Map.of());
        officer.act(Service.DEALS, "/v1/deals/" + deal + "/due-diligence", Map.of());
        return deal;
    }

    private io.restassured.response.Response approve(String deal, String key) {
        return Person.ok(approver.ask(Service.DEALS)
                .header("If-Match", "\"3\"")
                .header("Idempotency-Key", key)
                .body(Map.of("note", "by the committee"))
                .post("/v1/deals/" + deal + "/approval"));
    }

    private String subscribe(Mailbox mailbox) {
        var partner = lodestone.person("paula", "", "partner");
        var filters = List.of(
                Map.of("exact", Map.of("type", "io.lodestone.deals.deal-approved.v1")),
                Map.of("prefix", Map.of("source", "/lodestone/")));
        return partner.create(
                        Service.NOTIFICATIONS,
                        "/v1/subscriptions",
                        Map.of(
                                "name",
                                "approvals",
                                "sink",
                                Map.of("kind", "WEBHOOK", "url", mailbox.url()),
                                "filters",
                                filters))
                .getString("secret");
    }

    private JsonPath exposure(String project, String by) {
        return analyst.read(Service.QUERY, "/v1/exposure?by=" + by + "&project=" + project);
    }

    private void awaitExposure(String project, String measure, String amount) {
        await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> amount.equals(exposure(project, "agency,mineral").getString("total." + measure)));
    }

    /** A binary CloudEvent whose data the committed schema accepts, once, though it was asked for twice. */
    private static void theFactIsOnTheTopic(String deal) throws IOException {
        var approved = TopicReader.of("lodestone.deals").of(UUID.fromString(deal)).stream()
                .filter(event -> event.version() == 4)
                .toList();
        assertThat(approved).hasSize(1);
        var fact = approved.getFirst();
        assertThat(fact.key()).isEqualTo(deal);
        assertThat(fact.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "io.lodestone.deals.deal-approved.v1")
                .containsEntry("ce_source", "/lodestone/deals")
                .containsEntry("ce_actor", "anna")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time", "ce_dataschema", "ce_traceparent");
        var schema = new ObjectMapper()
                .readTree(Lodestone.repository()
                        .resolve("contracts/events/deals/deal-approved.v1.schema.json")
                        .toFile());
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(fact.data()))
                .isEmpty();
    }

    private void theProjectIsFunded(String project) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(analyst.read(Service.PROJECTS, "/v1/projects/" + project + "/funding")
                                .getString("currencies[0].authorized.amount"))
                        .isEqualTo("90000000.01"));
    }

    private void aSplitSumsToTheWhole(String project) {
        for (var by : List.of(
                "mineral",
                "segment",
                "agency,mineral",
                "mineral,segment,country",
                "status,instrument,segment,mineral")) {
            var exposure = exposure(project, by);
            for (var measure : MEASURES) {
                var sum = exposure.<String>getList("cells." + measure).stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(measure + " by " + by).isEqualByComparingTo(exposure.getString("total." + measure));
            }
        }
    }

    private static void thePartnerIsToldOnce(Mailbox mailbox, String secret, String deal) {
        await().atMost(SOON).until(() -> !mailbox.about(deal).isEmpty());
        assertThat(mailbox.about(deal)).hasSize(1);
        var letter = mailbox.about(deal).getFirst();
        assertThat(letter.isSignedWith(secret)).isTrue();
        assertThat(letter.event().path("type").asText()).isEqualTo("io.lodestone.deals.deal-approved.v1");
        assertThat(letter.event().at("/data/figures/authorizedUnsigned").asText())
                .isEqualTo("90000000.01");
    }
}
