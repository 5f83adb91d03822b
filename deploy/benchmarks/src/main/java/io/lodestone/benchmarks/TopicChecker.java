package io.lodestone.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.benchmarks.TopicLog.Committed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from where a run began to their ends, and compares with the facts the service committed in it. */
public final class TopicChecker {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int EMPTY_POLLS_MAX = 60;

    private final String bootstrapServers;

    public TopicChecker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The next offset of each partition. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        try (var consumer = consumer()) {
            return ends(consumer, topics);
        }
    }

    /** How many records lie between two answers of {@link #ends}. */
    public static long between(Map<TopicPartition, Long> from, Map<TopicPartition, Long> until) {
        return until.entrySet().stream()
                .mapToLong(end -> end.getValue() - from.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /**
     * Checks what came onto the topics since {@code from} against {@code committed}.
     *
     * @param from the first offset of each partition; a partition that is not named is read from its beginning
     */
    public Verdict check(Collection<String> topics, Map<TopicPartition, Long> from, Set<Committed> committed) {
        var log = new TopicLog();
        eachFact(topics, from, log::see);
        return log.against(committed);
    }

    /** All facts of a topic in the {@code fact} table of a service's database. */
    public static Set<Committed> committed(Connection database, String topic) throws SQLException {
        database.setAutoCommit(false);
        try (var select = database.prepareStatement("select subject, version from fact where topic = ?")) {
            select.setFetchSize(10_000);
            select.setString(1, topic);
            var facts = new HashSet<Committed>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    facts.add(new Committed(row.getObject(1, UUID.class), row.getLong(2)));
                }
            }
            return facts;
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }

    /** Gives the id of each fact since {@code from}, and what was committed, in the order of its partition. */
    void eachFact(Collection<String> topics, Map<TopicPartition, Long> from, BiConsumer<UUID, Committed> reader) {
        try (var consumer = consumer()) {
            var ends = ends(consumer, topics);
            consumer.assign(ends.keySet());
            ends.keySet().forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
            int empty = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(POLL);
                records.forEach(message -> give(message, reader));
                empty = records.isEmpty() ? empty + 1 : 0;
                if (empty > EMPTY_POLLS_MAX) {
                    throw new IllegalStateException("The topics " + topics + " cannot be read to their ends.");
                }
            }
        }
    }

    private static void give(ConsumerRecord<String, byte[]> message, BiConsumer<UUID, Committed> reader) {
        reader.accept(
                UUID.fromString(header(message, "ce_id")),
                new Committed(UUID.fromString(message.key()), Long.parseLong(header(message, "ce_version"))));
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException(
                    "No " + name + " at " + message.topic() + "/" + message.partition() + "/" + message.offset());
        }
        return new String(header.value(), UTF_8);
    }

    private static Map<TopicPartition, Long> ends(KafkaConsumer<?, ?> consumer, Collection<String> topics) {
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        return new HashMap<>(consumer.endOffsets(partitions));
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
