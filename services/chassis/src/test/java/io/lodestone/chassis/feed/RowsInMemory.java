package io.lodestone.chassis.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** A database of one topic, for one transaction at a time; what an effect writes here is rolled back like all else. */
final class RowsInMemory implements FeedDatabase, FeedRows {

    private Map<TopicPartition, Long> offsets = new HashMap<>();
    private Map<UUID, Long> versions = new HashMap<>();
    private Map<Long, Parking> parked = new LinkedHashMap<>();
    private long lastId;
    private List<String> effects = new ArrayList<>();

    private int transactions;
    private boolean away;

    RowsInMemory(TopicPartition... assigned) {
        for (var partition : assigned) {
            offsets.put(partition, 0L);
        }
    }

    @Override
    public <R> R inTransaction(Work<R> work) {
        transactions++;
        if (away) {
            throw new Away(new IllegalStateException("connection refused"));
        }
        var before = copy();
        try {
            return work.in(this);
        } catch (RuntimeException e) {
            offsets = before.offsets;
            versions = before.versions;
            parked = before.parked;
            effects = before.effects;
            throw e;
        }
    }

    private RowsInMemory copy() {
        var copy = new RowsInMemory();
        copy.offsets = new HashMap<>(offsets);
        copy.versions = new HashMap<>(versions);
        copy.parked = new LinkedHashMap<>(parked);
        copy.effects = new ArrayList<>(effects);
        return copy;
    }

    void goAway(boolean now) {
        away = now;
    }

    void write(String effect) {
        effects.add(effect);
    }

    List<String> effects() {
        return effects;
    }

    List<Parking> allParked() {
        return List.copyOf(parked.values());
    }

    long offset(TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    int transactions() {
        return transactions;
    }

    @Override
    public Map<TopicPartition, Long> lock(Set<TopicPartition> partitions) {
        var next = new HashMap<>(offsets);
        next.keySet().retainAll(partitions);
        return next;
    }

    @Override
    public void advance(Map<TopicPartition, Long> next) {
        offsets.putAll(next);
    }

    @Override
    public Map<UUID, Long> versions(String topic, Collection<UUID> subjects) {
        var found = new HashMap<>(versions);
        found.keySet().retainAll(subjects);
        return found;
    }

    @Override
    public void remember(String topic, Map<UUID, Long> newer) {
        versions.putAll(newer);
    }

    @Override
    public Set<UUID> blocked(String topic, Collection<UUID> subjects) {
        var blocked = new HashSet<UUID>();
        for (var parking : parked.values()) {
            if (parking.hold() == Hold.BLOCKING
                    && parking.envelope() != null
                    && subjects.contains(parking.envelope().subject())) {
                blocked.add(parking.envelope().subject());
            }
        }
        return blocked;
    }

    @Override
    public void park(Parking parking) {
        var fact = parking.envelope();
        boolean again = fact != null
                && parked.values().stream()
                        .map(Parking::envelope)
                        .anyMatch(other -> other != null
                                && other.subject().equals(fact.subject())
                                && other.version() == fact.version());
        if (!again) {
            parked.put(++lastId, parking);
        }
    }

    @Override
    public ParkedRows parked() {
        return new QueuesInMemory(parked);
    }
}
