package io.lodestone.chassis.feed;

import static java.util.Comparator.comparing;

import io.lodestone.chassis.feed.ParkedRows.Entry;
import io.lodestone.chassis.feed.SimulatedTables.Row;
import io.lodestone.chassis.feed.SimulatedTables.Transaction;
import io.lodestone.chassis.simulation.Stage;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** What a feed keeps, over simulated tables; the consumer may be stopped before any statement. */
class SimulatedFeedRows implements FeedRows {

    static final String OFFSET = "feed_offset";
    static final String VERSION = "feed_subject";
    static final String PARKED = "parked_fact";

    private final SimulatedTables tables;
    private final Transaction transaction;
    private final Stage stage;

    SimulatedFeedRows(SimulatedTables tables, Transaction transaction, Stage stage) {
        this.tables = tables;
        this.transaction = transaction;
        this.stage = stage;
    }

    @Override
    public Map<TopicPartition, Long> lock(Set<TopicPartition> partitions) {
        statement();
        var next = new HashMap<TopicPartition, Long>();
        for (var partition :
                partitions.stream().sorted(comparing(TopicPartition::partition)).toList()) {
            tables.lock(transaction, new Row(OFFSET, partition));
            find(partition).ifPresent(offset -> next.put(partition, offset));
        }
        return next;
    }

    OptionalLong find(TopicPartition partition) {
        return tables.read(transaction, new Row(OFFSET, partition))
                .map(next -> OptionalLong.of((Long) next))
                .orElse(OptionalLong.empty());
    }

    /** The next offset to be heard of a partition that is assigned, perhaps for the first time. */
    long begun(TopicPartition partition) {
        var next = find(partition);
        if (next.isEmpty()) {
            tables.write(transaction, new Row(OFFSET, partition), 0L);
        }
        return next.orElse(0);
    }

    @Override
    public void advance(Map<TopicPartition, Long> next) {
        statement();
        next.forEach((partition, offset) -> tables.write(transaction, new Row(OFFSET, partition), offset));
    }

    @Override
    public Map<UUID, Long> versions(String topic, Collection<UUID> subjects) {
        statement();
        var versions = new HashMap<UUID, Long>();
        for (var subject : subjects) {
            tables.read(transaction, new Row(VERSION, subject))
                    .ifPresent(version -> versions.put(subject, (Long) version));
        }
        return versions;
    }

    @Override
    public void remember(String topic, Map<UUID, Long> versions) {
        statement();
        versions.forEach((subject, version) -> tables.write(transaction, new Row(VERSION, subject), version));
    }

    @Override
    public Set<UUID> blocked(String topic, Collection<UUID> subjects) {
        var blocked = new HashSet<UUID>();
        for (var entry : entries()) {
            if (entry.hold() == Hold.BLOCKING) {
                blocked.add(entry.key().subject());
            }
        }
        blocked.retainAll(subjects);
        return blocked;
    }

    @Override
    public void park(Parking parking) {
        statement();
        put(new Entry(stage.newId(), parking.message(), parking.hold()));
    }

    @Override
    public ParkedRows parked() {
        return new SimulatedParkedRows(this);
    }

    List<Entry> entries() {
        statement();
        return tables.readAll(transaction, PARKED).stream()
                .map(Entry.class::cast)
                .toList();
    }

    void put(Entry entry) {
        tables.write(transaction, row(entry), entry);
    }

    void remove(Entry entry) {
        tables.delete(transaction, row(entry));
    }

    private static Row row(Entry entry) {
        return new Row(PARKED, entry.id());
    }

    private void statement() {
        if (stage.fault(4)) {
            stage.gap();
        }
    }
}
