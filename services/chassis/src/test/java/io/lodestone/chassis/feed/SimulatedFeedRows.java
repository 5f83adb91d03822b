package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.SimulatedTables.Row;
import io.lodestone.chassis.feed.SimulatedTables.Transaction;
import io.lodestone.chassis.simulation.Stage;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    /** A parked record. */
    record Entry(long id, Message message, Hold hold) {}

    private final SimulatedTables tables;
    private final Transaction transaction;
    private final Stage stage;

    SimulatedFeedRows(SimulatedTables tables, Transaction transaction, Stage stage) {
        this.tables = tables;
        this.transaction = transaction;
        this.stage = stage;
    }

    @Override
    public OptionalLong lock(TopicPartition partition) {
        statement();
        tables.lock(transaction, new Row(OFFSET, partition));
        return find(partition);
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
    public void advance(TopicPartition partition, long from, long to) {
        statement();
        if (find(partition).orElse(-1) != from) {
            throw new Fenced(partition + " is no longer at " + from);
        }
        tables.write(transaction, new Row(OFFSET, partition), to);
    }

    void set(TopicPartition partition, long next) {
        statement();
        tables.write(transaction, new Row(OFFSET, partition), next);
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
        statement();
        var blocked = new HashSet<UUID>();
        for (var entry : tables.readAll(transaction, PARKED)) {
            if (entry instanceof Entry parked && parked.hold() == Hold.BLOCKING) {
                blocked.add(Envelope.of(parked.message()).subject());
            }
        }
        blocked.retainAll(subjects);
        return blocked;
    }

    @Override
    public void park(Parking parking) {
        statement();
        var entry = new Entry(stage.newId(), parking.message(), parking.hold());
        tables.write(transaction, new Row(PARKED, entry.id()), entry);
    }

    @Override
    public ParkedRows parked() {
        throw new IllegalStateException("there is no operator in this simulation");
    }

    private void statement() {
        if (stage.fault(4)) {
            stage.gap();
        }
    }
}
