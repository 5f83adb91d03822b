package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedDatabase.Away;
import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Crash;
import io.lodestone.chassis.simulation.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One instance of a service: polls ahead, hears batches as {@link FeedRunner} does, seeks as {@link FeedSeeks} does. */
final class SimulatedConsumer implements Actor {

    private static final int BATCH_MAX = 6;
    private static final int BATCHES_AHEAD_MAX = 2;

    private final String name;
    private final Stage stage;
    private final SimulatedGroup group;
    private final SimulatedFeedDatabase database;
    private final FeedParts parts;

    private final Map<TopicPartition, Integer> assigned = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Queue<List<Message>> ahead = new ArrayDeque<>();
    private List<Message> batch = List.of();
    private @Nullable FeedMachine<Figure> machine;
    private long startsAgain;

    SimulatedConsumer(String name, Stage stage, SimulatedGroup group, SimulatedFeedDatabase database, FeedParts parts) {
        this.name = name;
        this.stage = stage;
        this.group = group;
        this.database = database;
        this.parts = parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int weight() {
        return 8;
    }

    @Override
    public void step() {
        if (stage.turn() < startsAgain) {
            return;
        }
        try {
            group.join(this);
            if (ahead.size() < BATCHES_AHEAD_MAX && stage.chance().oneIn(2)) {
                poll();
            } else {
                hear();
            }
        } catch (Crash crash) {
            group.leave(this);
            machine = null;
            ahead.clear();
            assigned.clear();
            positions.clear();
            startsAgain = stage.turn() + stage.chance().between(1, 30);
        }
    }

    /** Hears of its partitions, and fetches from where it stands. */
    private void poll() {
        var now = group.of(this);
        assigned.keySet().retainAll(now.keySet());
        positions.keySet().retainAll(now.keySet());
        now.forEach((partition, generation) -> {
            if (!generation.equals(assigned.put(partition, generation))) {
                assign(partition);
            }
        });
        var fetched = new ArrayList<Message>();
        for (var partition : SimulatedTopic.PARTITIONS) {
            fetch(partition, fetched);
        }
        if (!fetched.isEmpty()) {
            ahead.add(fetched);
        }
    }

    private void fetch(TopicPartition partition, List<Message> fetched) {
        var position = positions.get(partition);
        if (position != null) {
            var log = group.topic().of(partition);
            int from = Math.toIntExact(position);
            int to = Math.min(log.size(), from + stage.chance().between(0, BATCH_MAX - fetched.size()));
            fetched.addAll(log.subList(from, to));
            positions.put(partition, (long) to);
        }
    }

    private void assign(TopicPartition partition) {
        try {
            var next = database.transaction(rows -> rows.begun(partition));
            positions.put(partition, next);
            stage.say("hears %s from %d", partition, next);
        } catch (Away e) {
            assigned.remove(partition); // asks again with the next poll
            positions.remove(partition);
        }
    }

    private void hear() {
        var next = machine;
        if (next == null || !next.hasMore()) {
            var waiting = ahead.poll();
            if (waiting == null) {
                machine = null;
                return;
            }
            batch = waiting;
            next = parts.machine(database, batch);
            machine = next;
        }
        try {
            stage.say("hears %s", (Supplier<String>) this::told);
            next.step();
        } catch (RuntimeException e) {
            stage.say("tries again: %s", e.getMessage());
            stage.mark(e instanceof Fenced ? "a consumer is fenced" : "the database is away");
            machine = null;
            rewind();
        }
    }

    private void rewind() {
        var firsts = new HashMap<TopicPartition, Long>();
        batch.forEach(message -> firsts.merge(message.partition(), message.offset(), Math::min));
        firsts.keySet().retainAll(positions.keySet());
        firsts.forEach(
                (partition, first) -> positions.put(partition, stored(partition).orElse(first)));
    }

    private OptionalLong stored(TopicPartition partition) {
        try {
            return database.transaction(rows -> rows.find(partition));
        } catch (Away e) {
            return OptionalLong.empty();
        }
    }

    private String told() {
        var first = batch.getFirst();
        return batch.size() + " from " + first.partition() + " at " + first.offset();
    }

    /** True when it has nothing left to hear. */
    boolean rests() {
        return (machine == null || !machine.hasMore())
                && ahead.isEmpty()
                && positions.entrySet().stream()
                        .allMatch(entry -> entry.getValue()
                                >= group.topic().of(entry.getKey()).size());
    }
}
