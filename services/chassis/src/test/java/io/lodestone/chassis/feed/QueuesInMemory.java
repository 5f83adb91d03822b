package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedRows.Hold;
import io.lodestone.chassis.feed.FeedRows.Parking;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The queues of {@link RowsInMemory}; what is given up is forgotten. */
record QueuesInMemory(Map<Long, Parking> parked) implements ParkedRows {

    @Override
    public void lockTopic(String topic) {
        // one transaction at a time
    }

    @Override
    public Optional<Entry> find(long id) {
        return Optional.ofNullable(parked.get(id)).map(parking -> new Entry(id, parking.message(), parking.hold()));
    }

    @Override
    public List<Entry> queue(Key key, int limit) {
        return of(key).sorted(Comparator.<Entry>comparingLong(
                                entry -> entry.envelope().version())
                        .thenComparing(Entry::id))
                .limit(limit)
                .toList();
    }

    @Override
    public OptionalLong blocking(Key key) {
        return of(key).filter(entry -> entry.hold() == Hold.BLOCKING)
                .mapToLong(Entry::id)
                .findFirst();
    }

    @Override
    public void remove(Collection<Long> ids) {
        parked.keySet().removeAll(ids);
    }

    @Override
    public void block(Entry entry, String cause) {
        of(entry.key())
                .filter(other -> other.hold() == Hold.BLOCKING)
                .toList()
                .forEach(other -> hold(other.id(), Hold.WAITING, Admission.WAITS));
        hold(entry.id(), Hold.BLOCKING, cause);
    }

    @Override
    public void skip(Entry entry, Skip skip) {
        parked.remove(entry.id());
    }

    private Stream<Entry> of(Key key) {
        return parked.keySet().stream()
                .flatMap(id -> find(id).stream())
                .filter(entry -> entry.hold() != Hold.ASIDE && entry.key().equals(key));
    }

    private void hold(long id, Hold hold, String cause) {
        var parking = Objects.requireNonNull(parked.get(id));
        parked.put(id, new Parking(parking.message(), parking.envelope(), hold, cause));
    }
}
