package io.lodestone.chassis.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
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
            public OptionalLong lock(TopicPartition partition) {
                return batch.stream()
                        .filter(message -> message.partition().equals(partition))
                        .mapToLong(Message::offset)
                        .min();
            }

            @Override
            public void advance(TopicPartition partition, long from, long to) {
                own.set(partition, to);
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
