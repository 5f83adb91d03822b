package io.lodestone.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a running service does with bad events on the topics it hears: each is parked or counted as the case demands,
 * nothing stops, and {@code /v1/parked} shows it. A test class says which topics.
 */
public interface BadFactsContract {

    /** Topic to a type the service knows on it. */
    Map<String, String> topics();

    /** Whether the service reads facts as records; false where it takes whatever is a JSON object. */
    boolean readsRecords();

    @Test
    default void badEventsAreParkedOrCountedAndNothingStops() {
        var expected = new LinkedHashMap<String, String>();
        topics().forEach((topic, type) -> expected.putAll(say(topic, type)));

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(parked(expected.keySet()))
                .containsExactlyInAnyOrderEntriesOf(expected));

        assertThat(RestAssured.given().get("/q/health").jsonPath().getString("status"))
                .isEqualTo("UP");
        if (readsRecords()) {
            assertThat(Tokens.of("operator")
                            .request()
                            .accept("text/plain")
                            .get("/q/metrics")
                            .asString())
                    .contains("lodestone_feed_unknown_types_total");
        }
    }

    /** Says one of each; gives what must be parked: key to how it stands to later facts of that key. */
    private Map<String, String> say(String topic, String type) {
        var expected = new HashMap<String, String>();
        var noJson = key();
        say(topic, noJson, type, 1, "not json {".getBytes(UTF_8));
        expected.put(noJson, "BLOCKING");

        var wrongTypes = key();
        say(
                topic,
                wrongTypes,
                type,
                1,
                "{\"deal\":7,\"project\":7,\"effectiveOn\":{},\"strokes\":\"many\"}".getBytes(UTF_8));
        if (readsRecords()) {
            expected.put(wrongTypes, "BLOCKING");
        }

        var large = key();
        say(topic, large, type, 1, "x".repeat(1_000_000).getBytes(UTF_8));
        expected.put(large, "BLOCKING");

        var nothing = key();
        say(topic, nothing, type, 1, null);
        expected.put(nothing, "ASIDE");

        var bare = key();
        TopicSpeaker.say(topic, bare, Map.of(), "{}".getBytes(UTF_8));
        expected.put(bare, "ASIDE");

        // a type of the future counts as heard, so what is missing before version 7 begins at 2
        var ahead = key();
        say(topic, ahead, type.replace(".v1", "-of-the-future.v9"), 1, "{\"new\":[1]}".getBytes(UTF_8));
        say(topic, ahead, type, 7, "{}".getBytes(UTF_8));
        expected.put(ahead, "BLOCKING: version 7 came after 1: 2 to 6 are missing");
        return expected;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void say(String topic, String key, String type, long version, byte @Nullable [] data) {
        TopicSpeaker.say(
                topic,
                key,
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/lodestone/test",
                        "ce_type",
                        type,
                        "ce_subject",
                        key,
                        "ce_time",
                        "2026-03-01T12:00:00Z",
                        "ce_version",
                        Long.toString(version),
                        "ce_actor",
                        "service:test"),
                data);
    }

    private static Map<String, String> parked(Set<String> keys) {
        List<Map<String, Object>> items = Tokens.of("operator")
                .request()
                .get("/v1/parked?limit=500")
                .jsonPath()
                .getList("items");
        var found = new HashMap<String, String>();
        for (var item : items) {
            var cause = String.valueOf(item.get("cause"));
            var status = String.valueOf(item.get("status"));
            found.put(String.valueOf(item.get("key")), cause.startsWith("version ") ? status + ": " + cause : status);
        }
        found.keySet().retainAll(keys);
        return found;
    }
}
