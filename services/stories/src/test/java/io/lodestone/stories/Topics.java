package io.lodestone.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.local.KafkaBroker;
import io.lodestone.stories.invariants.Course.Partition;
import io.lodestone.stories.invariants.Evidence.Published;
import io.lodestone.stories.invariants.Evidence.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All topics of the platform, read by nobody's group. For one thread. */
final class Topics implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final Duration ALL_READ_WITHIN = Duration.ofMinutes(2);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions = KafkaBroker.TOPICS.stream()
            .flatMap(topic -> IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(topic, number)))
            .toList();

    Topics(Lodestone lodestone) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + lodestone.note("kafka.port"),
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "none",
                        "reconnect.backoff.ms", "1000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** @throws org.apache.kafka.common.KafkaException when the broker does not answer within {@code patience} */
    Map<Partition, Long> ends(Duration patience) {
        var ends = new HashMap<Partition, Long>();
        consumer.endOffsets(partitions, patience)
                .forEach((partition, end) -> ends.put(new Partition(partition.topic(), partition.partition()), end));
        return ends;
    }

    /** Every record from offset 0 on; those of one partition in their order. */
    List<Published> all() {
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, 0));
        var ends = consumer.endOffsets(partitions);
        var read = new ArrayList<Published>();
        long giveUp = System.nanoTime() + ALL_READ_WITHIN.toNanos();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("the topics could not be read within " + ALL_READ_WITHIN);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(message -> read.add(published(message)));
        }
        consumer.unsubscribe();
        return read;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Published published(ConsumerRecord<String, byte[]> message) {
        return new Published(
                new Subject(message.topic(), message.key() == null ? "" : message.key()),
                message.partition(),
                message.offset(),
                Long.parseLong(header(message, "ce_version")),
                header(message, "ce_id"));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
