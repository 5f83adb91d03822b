package io.lodestone.chassis.feed;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** Passes everything on; a planted bug overrides what it gets wrong. */
class RowsOf implements FeedRows {

    final FeedRows rows;

    RowsOf(FeedRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<TopicPartition, Long> lock(Set<TopicPartition> partitions) {
        return rows.lock(partitions);
    }

    @Override
    public void advance(Map<TopicPartition, Long> next) {
        rows.advance(next);
    }

    @Override
    public Map<UUID, Long> versions(String topic, Collection<UUID> subjects) {
        return rows.versions(topic, subjects);
    }

    @Override
    public void remember(String topic, Map<UUID, Long> versions) {
        rows.remember(topic, versions);
    }

    @Override
    public Set<UUID> blocked(String topic, Collection<UUID> subjects) {
        return rows.blocked(topic, subjects);
    }

    @Override
    public void park(Parking parking) {
        rows.park(parking);
    }

    @Override
    public ParkedRows parked() {
        return rows.parked();
    }
}
