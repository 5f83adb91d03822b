package io.lodestone.notifications.sending;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.notifications.Facts;
import io.lodestone.notifications.Sink;
import io.lodestone.notifications.Sink.Got;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicSpeaker;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackbone(service = "notifications")
class DeliveringIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    DataSource database;

    private final String somebody = "partner-" + UUID.randomUUID();
    private final UUID deal = UUID.randomUUID();
    private final List<String> made = new java.util.ArrayList<>();

    /** A subscription: its path and its secret. */
    private record Subscribed(String path, String secret) {}

    @AfterEach
    void endWhatWasMade() {
        made.forEach(path -> me().request().header("If-Match", "*").delete(path));
    }

    @Test
    void aFactThatMatchesIsDeliveredSignedAndComplete() throws Exception {
        try (var sink = Sink.answering(204)) {
            var subscribed = subscribe(me(), sink, Map.of("prefix", Map.of("type", "io.lodestone.deals.")), ofDeal());

            TopicSpeaker.say(DEALS, Facts.ofDfc(deal, 1));

            await().atMost(SOON).until(() -> sink.got().size() == 1);
            var got = sink.got().getFirst();
            got.verify(subscribed.secret());
            var event = JSON.readTree(got.body());
            assertThat(event.path("type").asText()).isEqualTo("io.lodestone.deals.due-diligence-started.v1");
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("subject").asText()).isEqualTo(deal.toString());
            assertThat(event.path("dataschema").asText())
                    .isEqualTo("urn:lodestone:schema:deals:due-diligence-started.v1");
            assertThat(event.at("/data/agency").asText()).isEqualTo("DFC");
            var delivery = await().atMost(SOON)
                    .until(() -> deliveries(subscribed), all -> "DELIVERED".equals(all.getString("items[0].status")));
            assertThat(got.id()).isEqualTo(delivery.getString("items[0].webhookId"));
            assertThat(delivery.getString("items[0].factId"))
                    .isEqualTo(event.path("id").asText());
            assertThat(delivery.getInt("items[0].attempts[0].status")).isEqualTo(204);
        }
    }

    @Test
    void aFactThatComesTwiceIsDeliveredOnce() {
        try (var sink = Sink.answering(200)) {
            subscribe(me(), sink, ofDeal());
            var id = UUID.randomUUID();

            TopicSpeaker.say(DEALS, id, Facts.ofDfc(deal, 1));
            TopicSpeaker.say(DEALS, id, Facts.ofDfc(deal, 1));
            TopicSpeaker.say(DEALS, Facts.ofDfc(deal, 2));

            await().atMost(SOON).until(() -> sink.got().size() == 2);
            assertThat(versions(sink.got())).containsExactly(1, 2);
        }
    }

    @Test
    void aSinkThatFailsTwiceGetsTheSameMessageAgain() throws Exception {
        try (var sink = Sink.answering(500, 503, 200)) {
            var subscribed = subscribe(me(), sink, ofDeal());

            TopicSpeaker.say(DEALS, Facts.ofDfc(deal, 1));

            await().atMost(SOON).until(() -> attempts(subscribed) == 1);
            assertThat(deliveries(subscribed).getString("items[0].nextAttemptAt"))
                    .isNotNull();
            hurry();
            await().atMost(SOON).until(() -> attempts(subscribed) == 2);
            hurry();
            await().atMost(SOON)
                    .until(() ->
                            deliveries(subscribed).getString("items[0].status").equals("DELIVERED"));
            assertThat(deliveries(subscribed).getList("items[0].attempts.status", Integer.class))
                    .containsExactly(500, 503, 200);
            assertThat(sink.got())
                    .extracting(Got::id)
                    .hasSize(3)
                    .containsOnly(sink.got().getFirst().id());
            assertThat(sink.got())
                    .extracting(Got::body)
                    .containsOnly(sink.got().getFirst().body());
            for (var got : sink.got()) {
                got.verify(subscribed.secret());
            }
        }
    }

    @Test
    void aSubjectKeepsItsOrderAndHoldsBackNoOther() throws Exception {
        try (var sink = Sink.answering(500, 200)) {
            var subscribed = subscribe(me(), sink, Map.of("any", List.of(ofDeal(), exact("subject", other()))));
            TopicSpeaker.say(DEALS, Facts.ofDfc(deal, 1));
            await().atMost(SOON).until(() -> attempts(subscribed) == 1);

            TopicSpeaker.say(DEALS, Facts.ofDfc(deal, 2), Facts.ofDfc(deal, 3));
            TopicSpeaker.say(DEALS, Facts.ofDfc(UUID.fromString(other()), 1));

            await().atMost(SOON).until(() -> sink.got().size() == 2);
            assertThat(subject(sink.got().get(1))).isEqualTo(other());
            hurry();
            await().atMost(SOON).until(() -> sink.got().size() == 5);
            assertThat(versions(sink.got().stream()
                            .filter(got -> subject(got).equals(deal.toString()))
                            .toList()))
                    .containsExactly(1, 1, 2, 3);
        }
    }

    @Test
    void aHangingSinkDoesNotDelayAnother() {
        try (var hanging = Sink.answering(exchange -> Thread.sleep(Duration.ofSeconds(20)));
                var healthy = Sink.answering(200)) {
            for (int i = 0; i < 4; i++) {
                subscribe(me(), hanging, exact("actor", "service:test"), ofDeal());
            }
            subscribe(me(), healthy, ofDeal());

            TopicSpeaker.say(DEALS, Facts.ofDfc(deal, 1), Facts.ofDfc(deal, 2), Facts.ofDfc(deal, 3));

            await().atMost(Duration.ofSeconds(4)).until(() -> healthy.got().size() == 3);
            assertThat(hanging.got()).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void aPartnerIsNotToldOfRestrictedFactsAndTheAgencyIs() {
        var officer = Tokens.of("deal-officer").agency("DFC").subject("olga");
        try (var partners = Sink.answering(200);
                var agencys = Sink.answering(200)) {
            subscribe(me(), partners, ofDeal());
            var own = subscribe(officer, agencys, ofDeal());

            TopicSpeaker.say(DEALS, Facts.of(deal, 1, "DFC", "RESTRICTED"), Facts.of(deal, 2, "DFC", "PARTNER"));

            await().atMost(SOON)
                    .until(() -> partners.got().size() == 1 && agencys.got().size() == 2);
            assertThat(versions(partners.got())).containsExactly(2);
            officer.request().header("If-Match", "*").delete(own.path());
        }
    }

    @Test
    void aSinkThatIsGoneDisablesTheSubscription() {
        try (var sink = Sink.answering(410)) {
            var subscribed = subscribe(me(), sink, ofDeal());

            TopicSpeaker.say(DEALS, Facts.ofDfc(deal, 1), Facts.ofDfc(deal, 2));

            await().atMost(SOON)
                    .until(() -> get(subscribed.path()).getString("status").equals("DISABLED"));
            assertThat(get(subscribed.path()).getString("reason")).contains("410");
            await().atMost(SOON).until(() -> deliveries(subscribed).getList("items.status").stream()
                    .allMatch("DEAD"::equals));
            assertThat(sink.got()).hasSize(1);
        }
    }

    @Test
    void aPausedSubscriptionHearsNothing() {
        try (var sink = Sink.answering(200)) {
            var subscribed = subscribe(me(), sink, ofDeal());
            me().request()
                    .header("If-Match", "*")
                    .body("{\"status\":\"PAUSED\"}")
                    .patch(subscribed.path());
            try (var witness = Sink.answering(200)) {
                subscribe(me(), witness, ofDeal());
                TopicSpeaker.say(DEALS, Facts.ofDfc(deal, 1));
                await().atMost(SOON).until(() -> witness.got().size() == 1);
            }
            assertThat(deliveries(subscribed).getList("items")).isEmpty();
        }
    }

    @Test
    void aTestGoesToTheSinkWhateverTheFiltersSay() throws Exception {
        try (var sink = Sink.answering(200)) {
            var subscribed = subscribe(me(), sink, ofDeal());

            var delivery = me().request().post(subscribed.path() + "/test");

            assertThat(delivery.statusCode()).isEqualTo(200);
            await().atMost(SOON).until(() -> sink.got().size() == 1);
            var got = sink.got().getFirst();
            got.verify(subscribed.secret());
            assertThat(JSON.readTree(got.body()).path("type").asText()).isEqualTo("io.lodestone.notifications.test.v1");
            assertThat(got.id()).isEqualTo(delivery.jsonPath().getString("webhookId"));
        }
    }

    @Test
    void deliveriesComeInPagesNewestFirst() {
        try (var sink = Sink.answering(200)) {
            var subscribed = subscribe(me(), sink, ofDeal());
            TopicSpeaker.say(DEALS, Facts.ofDfc(deal, 1), Facts.ofDfc(deal, 2), Facts.ofDfc(deal, 3));
            await().atMost(SOON).until(() -> sink.got().size() == 3);

            var first = get(subscribed.path() + "/deliveries?limit=2");
            var second = get(subscribed.path() + "/deliveries?limit=2&after=" + first.getString("next"));

            var all = new java.util.ArrayList<String>(first.getList("items.factId"));
            all.addAll(second.getList("items.factId"));
            var newestFirst = sink.got().reversed().stream()
                    .map(got -> read(got).path("id").asText())
                    .toList();
            assertThat(all).isEqualTo(newestFirst);
            assertThat(second.getString("next")).isNull();
        }
    }

    @Test
    void aTypeOfTheFutureIsToldAsItIs() {
        try (var sink = Sink.answering(200)) {
            subscribe(me(), sink, ofDeal());
            var headers = new LinkedHashMap<>(Map.of(
                    "ce_specversion",
                    "1.0",
                    "ce_id",
                    UUID.randomUUID().toString(),
                    "ce_source",
                    "/lodestone/deals",
                    "ce_type",
                    "io.lodestone.deals.deal-dreamt-of.v9",
                    "ce_subject",
                    deal.toString(),
                    "ce_time",
                    "2026-03-01T12:00:00Z",
                    "ce_version",
                    "1",
                    "ce_actor",
                    "service:test"));

            TopicSpeaker.say("lodestone.deals", deal.toString(), headers, "{\"new\":[1]}".getBytes(UTF_8));

            await().atMost(SOON).until(() -> sink.got().size() == 1);
            assertThat(read(sink.got().getFirst()).at("/data/new/0").asInt()).isEqualTo(1);
        }
    }

    private Tokens me() {
        return Tokens.of("partner").subject(somebody);
    }

    private String other() {
        return UUID.nameUUIDFromBytes(somebody.getBytes(UTF_8)).toString();
    }

    private Map<String, Object> ofDeal() {
        return exact("subject", deal.toString());
    }

    private static Map<String, Object> exact(String attribute, String value) {
        return Map.of("exact", Map.of(attribute, value));
    }

    @SafeVarargs
    private Subscribed subscribe(Tokens who, Sink sink, Map<String, Object>... filters) {
        var body = Map.of(
                "name", "test", "sink", Map.of("kind", "WEBHOOK", "url", sink.url()), "filters", List.of(filters));
        var created = who.request().body(body).post("/v1/subscriptions");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        made.add(created.header("Location"));
        return new Subscribed(created.header("Location"), created.jsonPath().getString("secret"));
    }

    private JsonPath get(String path) {
        return me().request().get(path).jsonPath();
    }

    private JsonPath deliveries(Subscribed subscribed) {
        return get(subscribed.path() + "/deliveries");
    }

    /** Attempts on record for the oldest delivery. */
    private int attempts(Subscribed subscribed) {
        var all = deliveries(subscribed);
        return all.getList("items").isEmpty()
                ? 0
                : all.getList("items[-1].attempts").size();
    }

    /** The next attempt is due now: nobody waits for half a minute here. */
    private void hurry() throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update delivery set next_attempt_at = now() where status = 'PENDING' and attempts > 0")) {
            update.executeUpdate();
        }
    }

    private static List<Integer> versions(List<Got> got) {
        return got.stream().map(one -> read(one).path("version").asInt()).toList();
    }

    private static String subject(Got got) {
        return read(got).path("subject").asText();
    }

    private static JsonNode read(Got got) {
        try {
            return JSON.readTree(got.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
