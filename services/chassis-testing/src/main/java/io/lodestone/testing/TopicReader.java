package io.lodestone.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.testing.backbone.Setting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Reads a topic of the backbone from its first record on. Belongs to no consumer group and moves nobody's offsets. */
public final class TopicReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How long {@code await} waits unless told: well above the relay's poll on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String topic;

    private TopicReader(String topic) {
        this.topic = topic;
    }

    public static TopicReader of(String topic) {
        return new TopicReader(topic);
    }

    public static TopicReader of(Topic<?> topic) {
        return new TopicReader(topic.name());
    }

    /** All records up to now; those of one key in their order. */
    public List<CloudEvent> all() {
        try (var consumer = new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var read = new ArrayList<CloudEvent>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> read.add(event(message)));
            }
            return read;
        }
    }

    /** One subject's facts in their order. */
    public List<CloudEvent> of(UUID subject) {
        return all().stream()
                .filter(event -> event.attribute("subject").equals(subject.toString()))
                .toList();
    }

    /** The first record that {@code wanted} accepts, waited for up to 20 s. */
    public CloudEvent await(Predicate<CloudEvent> wanted) {
        return await(wanted, PATIENCE);
    }

    /** @throws org.awaitility.core.ConditionTimeoutException when there is none after {@code patience} */
    public CloudEvent await(Predicate<CloudEvent> wanted, Duration patience) {
        var found = new ArrayList<CloudEvent>();
        Awaitility.await("a record of " + topic)
                .atMost(patience)
                .pollDelay(0, MILLISECONDS)
                .pollInterval(100, MILLISECONDS)
                .until(() -> all().stream()
                        .filter(wanted)
                        .findFirst()
                        .map(found::add)
                        .orElse(false));
        return found.getFirst();
    }

    /** The fact of {@code subject} with that version, waited for up to 20 s. */
    public CloudEvent await(UUID subject, long version) {
        return await(event -> event.attribute("subject").equals(subject.toString())
                && event.attribute("version").equals(Long.toString(version)));
    }

    private static Map<String, Object> config() {
        return Map.of(
                "bootstrap.servers", Setting.KAFKA.value(),
                "enable.auto.commit", "false",
                "isolation.level", "read_committed",
                "auto.offset.reset", "none",
                "default.api.timeout.ms", "20000");
    }

    private static CloudEvent event(ConsumerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new CloudEvent(
                message.topic(),
                message.partition(),
                message.offset(),
                message.key() == null ? "" : message.key(),
                headers,
                json(message.value()));
    }

    private static JsonNode json(byte @Nullable [] value) {
        try {
            return value == null ? MissingNode.getInstance() : JSON.readTree(value);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
