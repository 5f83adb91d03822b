package io.lodestone.chassis.outbox;

import io.lodestone.chassis.simulation.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/**
 * The producer of one relay: keeps order per partition, and acknowledges late. When its process ends, some of what it
 * holds is still on the wire and arrives, in order, whenever it likes; the rest is lost.
 */
final class SimulatedProducer implements FactLog {

    private static final int MEMORY_FACTS = 30;

    /** A fact on its way. */
    private static final class Pending {
        private final RecordedFact fact;
        private boolean durable;
        private boolean acknowledged;

        Pending(RecordedFact fact) {
            this.fact = fact;
        }
    }

    private final SimulatedBroker broker;
    private final Stage stage;
    private final Map<String, Deque<Pending>> pending = new TreeMap<>();
    private boolean closed;

    SimulatedProducer(SimulatedBroker broker, Stage stage) {
        this.broker = broker;
        this.stage = stage;
    }

    @Override
    public Sending send(List<RecordedFact> facts) {
        var sent = new ArrayList<Pending>(facts.size());
        stage.say("sends %s", lazily(facts));
        for (var fact : facts) {
            if (stage.fault(20)) {
                stage.gap();
            }
            if (!broker.up() && held() >= MEMORY_FACTS) {
                throw new KafkaException("the broker is away and the producer's memory is full");
            }
            var one = new Pending(fact);
            pending.computeIfAbsent(SimulatedBroker.partition(fact), _ -> new ArrayDeque<>())
                    .add(one);
            sent.add(one);
        }
        return () -> {
            stage.gap();
            return sent.stream().allMatch(one -> one.acknowledged);
        };
    }

    /** The broker takes some facts of one partition, or acknowledges what it has taken. */
    void transmit() {
        var partition = stage.chance().pick(List.copyOf(pending.keySet()));
        var waiting = pending.get(partition);
        if (waiting.element().durable) {
            while (!waiting.isEmpty() && waiting.element().durable) {
                waiting.remove().acknowledged = true;
            }
        } else {
            int size = stage.chance().between(1, 3);
            var batch = waiting.stream().limit(size).toList();
            batch.forEach(one -> one.durable = true);
            var facts = batch.stream().map(one -> one.fact).toList();
            broker.append(partition, facts);
            if (stage.fault(30)) {
                broker.appendAgain(partition, facts);
            }
        }
        pending.values().removeIf(Deque::isEmpty);
    }

    /** Ends with its process, or is closed without waiting. */
    void close() {
        if (!closed) {
            closed = true;
            for (var waiting : pending.values()) {
                int onTheWire = stage.chance().below(waiting.size() + 1);
                while (waiting.size() > onTheWire) {
                    waiting.removeLast();
                }
                if (onTheWire > 0) {
                    stage.mark("a page arrives after its relay ended");
                }
            }
            pending.values().removeIf(Deque::isEmpty);
        }
    }

    private int held() {
        return pending.values().stream().mapToInt(Deque::size).sum();
    }

    boolean closed() {
        return closed;
    }

    /** True while something of it can still arrive. */
    boolean holds() {
        return !pending.isEmpty();
    }

    static Supplier<String> lazily(List<RecordedFact> facts) {
        return () -> told(facts);
    }

    static String told(List<RecordedFact> facts) {
        return facts.stream()
                .map(fact -> label(fact.subject()) + fact.version())
                .collect(Collectors.joining(" "));
    }

    /** A letter for an aggregate. */
    static String label(UUID subject) {
        return String.valueOf((char) ('a' + subject.getLeastSignificantBits()));
    }
}
