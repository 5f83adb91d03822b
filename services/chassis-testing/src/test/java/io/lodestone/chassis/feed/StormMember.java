package io.lodestone.chassis.feed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of the group, with the settings our services have, that lives until it is told to leave. */
final class StormMember implements Runnable, ConsumerRebalanceListener, Hearing<Envelope> {

    private final String topic;
    private final SharedDatabase database;
    private final KafkaConsumer<String, byte[]> consumer;

    private volatile boolean leaving;

    StormMember(String topic, String kafka, Map<String, String> where) {
        this.topic = topic;
        try {
            this.database = SharedDatabase.open(where);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka,
                        "group.id", "storm",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "none",
                        "max.poll.records", "50",
                        "session.timeout.ms", "6000",
                        "heartbeat.interval.ms", "500",
                        "partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    void leave() {
        leaving = true;
    }

    @Override
    public void run() {
        try (database;
                consumer) {
            consumer.subscribe(List.of(topic), this);
            while (!leaving) {
                hear(consumer.poll(Duration.ofMillis(100)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hear(ConsumerRecords<String, byte[]> records) {
        var batch = StreamSupport.stream(records.spliterator(), false)
                .map(Message::of)
                .toList();
        var machine = new FeedMachine<>(database, this, batch);
        try {
            while (machine.hasMore()) {
                machine.step();
            }
        } catch (Fenced | FeedDatabase.Away e) {
            onPartitionsAssigned(consumer.assignment());
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> consumer.seek(partition, database.next(partition)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // the stored offset says all
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public Optional<Envelope> read(Envelope envelope) {
        return Optional.of(envelope);
    }

    @Override
    public void on(List<Envelope> heard) {
        heard.forEach(database::effect);
    }
}
