package io.lodestone.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A record as it stands on a topic. No header comes twice. */
record DebeziumMessage(String key, String value, Map<String, String> headers) {

    /** Reads a topic of six partitions until it has {@code wanted} messages, and a little longer; half a minute at most. */
    static List<DebeziumMessage> read(String bootstrapServers, String topic, int wanted) {
        var found = new ArrayList<DebeziumMessage>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic);
            assertThat(partitions).hasSize(6);
            consumer.assign(partitions.stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            var end = Instant.now().plusSeconds(30);
            while (found.size() < wanted && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> found.add(message(record)));
            }
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> found.add(message(record)));
        }
        return found;
    }

    private static DebeziumMessage message(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> assertThat(headers.put(header.key(), new String(header.value(), UTF_8)))
                .isNull());
        return new DebeziumMessage(record.key(), new String(record.value(), UTF_8), headers);
    }
}
