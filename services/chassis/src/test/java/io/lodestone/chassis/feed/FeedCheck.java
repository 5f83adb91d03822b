package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedRows.Hold;
import io.lodestone.chassis.feed.ParkedRows.Entry;
import io.lodestone.chassis.simulation.Broken;
import io.lodestone.chassis.simulation.Invariant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What a service must have made of a topic, said as plain loops over its records. */
final class FeedCheck {

    private final SimulatedTopic topic;
    private final SimulatedTables tables;

    FeedCheck(SimulatedTopic topic, SimulatedTables tables) {
        this.topic = topic;
        this.tables = tables;
    }

    boolean allHeard() {
        var offsets = tables.table(SimulatedFeedRows.OFFSET);
        return SimulatedTopic.PARTITIONS.stream().allMatch(partition -> offsets.getOrDefault(partition, 0L)
                .equals((long) topic.of(partition).size()));
    }

    /** Each key as far as the first fact that cannot be taken in; from there on all is parked. */
    void parkedAndEffects() {
        var heard = new HashMap<UUID, Long>();
        var blocked = new HashSet<UUID>();
        var effects = new HashSet<>();
        var parked = new HashMap<Object, Hold>();
        for (var message : messages()) {
            if (message.headers().isEmpty()) {
                parked.put(place(message), Hold.ASIDE);
                continue;
            }
            var fact = Envelope.of(message);
            long before = heard.getOrDefault(fact.subject(), 0L);
            if (fact.version() > before && blocked.contains(fact.subject())) {
                parked.put(place(message), Hold.WAITING);
            } else if (fact.version() > before + 1 || (fact.version() > before && !takes(fact))) {
                blocked.add(fact.subject());
                parked.put(place(message), Hold.BLOCKING);
            } else if (fact.version() > before) {
                heard.put(fact.subject(), fact.version());
                if (fact.type().equals(Figure.TYPE)) {
                    effects.add(List.of(fact.subject(), fact.version()));
                }
            }
        }
        same(Invariant.ONE_EFFECT, effects, tables.table(Ledger.EFFECTS).keySet());
        same(Invariant.OWN_KEY_ONLY, parked.entrySet(), holds().entrySet());
    }

    /** Each key as far as there is no gap; only what lies beyond a gap is still parked. */
    void mended() {
        var types = new HashMap<Object, Set<String>>();
        var facts = messages().stream()
                .filter(message -> !message.headers().isEmpty())
                .toList();
        facts.stream().map(Envelope::of).forEach(fact -> types.computeIfAbsent(
                        List.of(fact.subject(), fact.version()), _ -> new HashSet<>())
                .add(fact.type()));
        var effects = new HashSet<>();
        var parked = new HashSet<>();
        for (var message : facts) {
            var fact = Envelope.of(message);
            boolean gap = LongStream.range(1, fact.version())
                    .anyMatch(version -> !types.containsKey(List.of(fact.subject(), version)));
            var version = List.of(fact.subject(), fact.version());
            if (gap) {
                parked.add(place(message));
            } else if (types.getOrDefault(version, Set.of()).equals(Set.of(Figure.TYPE))) {
                effects.add(version);
            }
        }
        var found = new HashSet<>(tables.table(Ledger.EFFECTS).keySet());
        found.removeIf(version -> types.getOrDefault(version, Set.of()).size() > 1); // somebody forged that version
        same(Invariant.ONE_EFFECT, effects, found);
        var still = holds();
        still.values().removeIf(hold -> hold == Hold.ASIDE);
        same(Invariant.OWN_KEY_ONLY, parked, still.keySet());
    }

    void sums() {
        var sums = tables.table(Ledger.LINE).values().stream()
                .map(Figure.class::cast)
                .collect(Collectors.groupingBy(Figure::currency, Collectors.summingLong(Figure::amount)));
        var cells = tables.table(Ledger.CELL);
        cells.forEach((currency, _) -> sums.putIfAbsent((String) currency, 0L));
        same(Invariant.SUMS_ADD_UP, sums.entrySet(), cells.entrySet());
    }

    private List<Message> messages() {
        return SimulatedTopic.PARTITIONS.stream()
                .flatMap(partition -> topic.of(partition).stream())
                .toList();
    }

    private Map<Object, Hold> holds() {
        return tables.table(SimulatedFeedRows.PARKED).values().stream()
                .map(Entry.class::cast)
                .collect(Collectors.toMap(entry -> place(entry.message()), Entry::hold, (one, other) -> {
                    throw new Broken(Invariant.ONE_EFFECT, "a record is parked twice");
                }));
    }

    private static Object place(Message message) {
        return List.of(message.partition(), message.offset());
    }

    private static boolean takes(Envelope fact) {
        try {
            return !fact.type().equals(Figure.TYPE) || !Figure.of(fact).refused();
        } catch (NotAFact e) {
            return false;
        }
    }

    private static void same(Invariant invariant, Set<?> expected, Set<?> found) {
        if (!expected.equals(found)) {
            var missing = new HashSet<Object>(expected);
            missing.removeAll(found);
            var more = new HashSet<Object>(found);
            more.removeAll(expected);
            throw new Broken(invariant, "missing: " + missing + "; too much: " + more);
        }
    }
}
