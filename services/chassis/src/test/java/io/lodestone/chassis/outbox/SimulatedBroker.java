package io.lodestone.chassis.outbox;

import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Kafka broker: appends what producers sent, acknowledges later, is away at times, hears the dead for a while. */
final class SimulatedBroker implements Actor {

    private static final int PARTITIONS = 2;

    private final Stage stage;
    private final Map<String, List<RecordedFact>> partitions = new TreeMap<>();
    private final List<SimulatedProducer> producers = new ArrayList<>();
    private long awayUntil;
    private int copies;

    SimulatedBroker(Stage stage) {
        this.stage = stage;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int weight() {
        return 6;
    }

    static String partition(RecordedFact fact) {
        return fact.topic() + "-" + fact.subject().getLeastSignificantBits() % PARTITIONS;
    }

    SimulatedProducer producer() {
        var producer = new SimulatedProducer(this, stage);
        producers.add(producer);
        return producer;
    }

    @Override
    public void step() {
        if (!up()) {
            return;
        }
        if (stage.fault(100)) {
            awayUntil = stage.turn() + stage.chance().between(5, 60);
            stage.say("is killed; back at turn %d", awayUntil);
            stage.mark("kafka is killed");
            return;
        }
        producers.removeIf(producer -> producer.closed() && !producer.holds());
        var sending = producers.stream().filter(SimulatedProducer::holds).toList();
        if (!sending.isEmpty()) {
            stage.chance().pick(sending).transmit();
        }
    }

    boolean up() {
        return stage.turn() >= awayUntil;
    }

    void append(String partition, List<RecordedFact> batch) {
        stage.say("appends to %s %s", partition, SimulatedProducer.lazily(batch));
        partitions.computeIfAbsent(partition, _ -> new ArrayList<>()).addAll(batch);
    }

    /** The acknowledgement was lost and the producer sent again; weaker than Kafka's idempotent producer promises. */
    void appendAgain(String partition, List<RecordedFact> batch) {
        stage.say("appends the same again");
        stage.mark("a producer sends again");
        append(partition, batch);
        copies += batch.size();
    }

    int copies() {
        return copies;
    }

    boolean quiet() {
        return producers.stream().noneMatch(SimulatedProducer::holds);
    }

    Map<String, List<RecordedFact>> partitions() {
        return partitions;
    }
}
