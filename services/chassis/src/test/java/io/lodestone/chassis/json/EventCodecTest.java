package io.lodestone.chassis.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.contracts.deals.DealEvent.DealApproved;
import io.lodestone.contracts.deals.DealsFact;
import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.exposure.ExposureEvent;
import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.contracts.projects.ProjectEvent;
import io.lodestone.contracts.stockpiles.StockpileEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example ever committed still reads as today's record, and comes out again as it went in. */
class EventCodecTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Topic<? extends Event>> TOPICS = List.of(
            DealsFact.DEALS,
            OfftakeEvent.OFFTAKES,
            ProjectEvent.PROJECTS,
            StockpileEvent.STOCKPILES,
            LimitEvent.LIMITS,
            ExposureEvent.EXPOSURE);

    static List<Path> examples() throws IOException {
        try (var files = Files.walk(Path.of(System.getProperty("lodestone.home"), "contracts", "examples"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anOldExampleStillReads(Path file) throws IOException {
        var example = JSON.readTree(file.toFile());
        var event = decode(example, example.get("data").toString());
        assertThat(event.subject()).hasToString(example.get("subject").asText());
        assertThat(event.version()).isEqualTo(example.get("version").asLong());
        assertThat(event.at()).hasToString(example.get("time").asText());
        assertThat(JSON.readTree(EventCodec.data(event))).isEqualTo(example.get("data"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldOfTheFutureIsIgnored(Path file) throws IOException {
        var example = JSON.readTree(file.toFile());
        var data = (ObjectNode) example.get("data").deepCopy();
        data.put("fieldOfTheFuture", 1);
        assertThat(decode(example, data.toString()))
                .isEqualTo(decode(example, example.get("data").toString()));
    }

    @Test
    void whatIsNotAnObjectIsRefused() {
        for (var data : List.of("[]", "1", "null", "not json", "{\"figures\":7}")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> EventCodec.event(
                            data.getBytes(UTF_8), DealApproved.class, UUID.randomUUID(), 1, Instant.EPOCH));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void dataThatSayOtherwiseThanTheirEnvelopeAreRefused(Path file) throws IOException {
        var example = JSON.readTree(file.toFile());
        var rest = example.get("data").toString().substring(1);
        for (var other : List.of(
                "\"subject\":\"019a5c10-7c00-7d3e-8a51-3f0c2b9d4eff\"",
                "\"subject\":null",
                "\"version\":1000",
                "\"at\":\"1999-01-01T00:00:00Z\"")) {
            assertThatExceptionOfType(IOException.class)
                    .as(other)
                    .isThrownBy(() -> decode(example, "{" + other + "," + rest));
        }
    }

    private static Event decode(JsonNode example, String data) throws IOException {
        var type = example.get("type").asText();
        Class<? extends Event> record = TOPICS.stream()
                .flatMap(topic -> topic.classOf(type).stream())
                .findAny()
                .orElseThrow();
        return EventCodec.event(
                data.getBytes(UTF_8),
                record,
                UUID.fromString(example.get("subject").asText()),
                example.get("version").asLong(),
                Instant.parse(example.get("time").asText()));
    }
}
