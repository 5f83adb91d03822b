package io.lodestone.benchmarks;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A plain consumer of all partitions of a topic, from given offsets to where the topic ended when it was asked. */
final class PlainTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int EMPTY_POLLS_MAX = 60;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    /** @param recordsMax most records of one poll */
    PlainTopics(String bootstrapServers, String topic, Map<TopicPartition, Long> from, int recordsMax) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        4 << 20,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        recordsMax),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        Collection<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        ends = new HashMap<>(consumer.endOffsets(partitions));
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
    }

    boolean hasMore() {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    ConsumerRecords<String, byte[]> poll() {
        for (int empty = 0; empty < EMPTY_POLLS_MAX; empty++) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                return records;
            }
        }
        throw new IllegalStateException("the topic gives no records before its end");
    }

    /** Where to go on after what was polled. */
    Map<TopicPartition, Long> positions() {
        var positions = new HashMap<TopicPartition, Long>();
        ends.keySet().forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    void each(Consumer<ConsumerRecord<String, byte[]>> reader) {
        while (hasMore()) {
            poll().forEach(reader);
        }
    }

    /** The projects by id. */
    static Map<UUID, PlainFact.Project> projects(String bootstrapServers) {
        var projects = new HashMap<UUID, PlainFact.Project>();
        try (var topic = new PlainTopics(bootstrapServers, LoanFacts.PROJECTS, Map.of(), 5_000)) {
            topic.each(record -> projects.put(UUID.fromString(record.key()), PlainFact.project(record.value())));
        }
        return projects;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
