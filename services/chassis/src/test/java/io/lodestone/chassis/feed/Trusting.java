package io.lodestone.chassis.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** A planted bug: takes what Kafka delivers for what comes next, by offset or by version. */
record Trusting(SimulatedFeedDatabase database, List<Message> batch, boolean offsets) implements FeedDatabase {

    @Override
    public <R> R inTransaction(Work<R> work) {
        return database.transaction(rows -> work.in(offsets ? offsetsOf(rows) : versionsOf(rows)));
    }

    private FeedRows offsetsOf(SimulatedFeedRows own) {
        return new RowsOf(own) {
            @Override
            public Map<TopicPartition, Long> lock(Set<TopicPartition> partitions) {
                return batch.stream()
                        .filter(message -> partitions.contains(message.partition()))
                        .collect(Collectors.toMap(Message::partition, Message::offset, Math::min));
            }
        };
    }

    private FeedRows versionsOf(SimulatedFeedRows rows) {
        return new RowsOf(rows) {
            @Override
            public Map<UUID, Long> versions(String topic, Collection<UUID> subjects) {
                var versions = new HashMap<UUID, Long>();
                batch.stream()
                        .filter(message -> !message.headers().isEmpty())
                        .map(Envelope::of)
                        .forEach(envelope -> versions.merge(envelope.subject(), envelope.version() - 1, Math::min));
                return versions;
            }
        };
    }
}
