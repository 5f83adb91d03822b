package io.lodestone.query.rebuilding;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their first record, with consumers of its own that belong to no group. */
@ApplicationScoped
class TopicsAgain {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int POLLS_WITHOUT_RECORDS_MAX = 30;

    /** All that is read is there already: at the end of a partition nothing is waited for. */
    private static final int FETCH_WAIT_MILLIS = 5;

    /** Less than half of a region of the heap: larger buffers are cleared away by full marking only. */
    private static final int FETCH_BYTES_MAX = 400 * 1024;

    /** Of the socket: a fetch comes in few pieces. */
    private static final int RECEIVE_BYTES = 1024 * 1024;

    private final Map<String, Object> broker;

    TopicsAgain(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    Reading open() {
        return new Reading(new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer()));
    }

    /** One partition after the other. */
    record Reading(KafkaConsumer<String, byte[]> consumer) implements AutoCloseable {

        /**
         * Every record of the partition before {@code end}, in order, poll by poll.
         *
         * @throws IllegalStateException when the broker gives nothing for half a minute
         */
        void read(TopicPartition partition, long end, Consumer<List<ConsumerRecord<String, byte[]>>> reader) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            int without = 0;
            while (consumer.position(partition) < end) {
                var records = consumer.poll(POLL);
                without = records.isEmpty() ? without + 1 : 0;
                if (without > POLLS_WITHOUT_RECORDS_MAX) {
                    throw new IllegalStateException(partition + " gives no records before " + end);
                }
                reader.accept(records.records(partition).stream()
                        .filter(taken -> taken.offset() < end)
                        .toList());
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(broker);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "rebuild");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES_MAX);
        config.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, RECEIVE_BYTES);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        return config;
    }
}
