package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedRows.Hold;
import io.lodestone.chassis.simulation.Broken;
import io.lodestone.chassis.simulation.Invariant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Parked facts over simulated tables. */
class SimulatedParkedRows implements ParkedRows {

    private final SimulatedFeedRows rows;

    SimulatedParkedRows(SimulatedFeedRows rows) {
        this.rows = rows;
    }

    @Override
    public void lockTopic(String topic) {
        rows.lock(Set.copyOf(SimulatedTopic.PARTITIONS));
    }

    @Override
    public Optional<Entry> find(long id) {
        return rows.entries().stream().filter(entry -> entry.id() == id).findFirst();
    }

    @Override
    public List<Entry> queue(Key key, int limit) {
        return rows.entries().stream()
                .filter(entry -> entry.hold() != Hold.ASIDE && entry.key().equals(key))
                .sorted(Comparator.<Entry>comparingLong(
                                entry -> entry.envelope().version())
                        .thenComparing(Entry::id))
                .limit(limit)
                .toList();
    }

    @Override
    public OptionalLong blocking(Key key) {
        return rows.entries().stream()
                .filter(entry -> entry.hold() == Hold.BLOCKING && entry.key().equals(key))
                .mapToLong(Entry::id)
                .findFirst();
    }

    @Override
    public void remove(Collection<Long> ids) {
        rows.entries().stream().filter(entry -> ids.contains(entry.id())).forEach(rows::remove);
    }

    @Override
    public void block(Entry entry, String cause) {
        rows.entries().stream()
                .filter(other -> other.hold() == Hold.BLOCKING && other.key().equals(entry.key()))
                .forEach(other -> rows.put(new Entry(other.id(), other.message(), Hold.WAITING)));
        rows.put(new Entry(entry.id(), entry.message(), Hold.BLOCKING));
    }

    /** Not played: what is given up is gone. */
    @Override
    public void skip(Entry entry, Skip skip) {
        rows.remove(entry);
    }

    /** Whoever waits waits behind exactly one. */
    static void checkHeld(Collection<Object> committed) {
        var held = new HashMap<Key, Integer>();
        for (var row : committed) {
            if (row instanceof Entry entry && entry.hold() != Hold.ASIDE) {
                held.merge(entry.key(), entry.hold() == Hold.BLOCKING ? 1 : 0, Integer::sum);
            }
        }
        held.forEach((key, blocking) -> {
            if (blocking != 1) {
                throw new Broken(Invariant.OWN_KEY_ONLY, key + " waits behind " + blocking);
            }
        });
    }
}
