package io.lodestone.chassis.outbox;

import io.lodestone.chassis.simulation.Broken;
import io.lodestone.chassis.simulation.Invariant;
import io.lodestone.chassis.simulation.Stage;
import io.lodestone.chassis.simulation.World;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Writers, relays, a stranger and an operator over one PostgreSQL and one Kafka. */
record RelayWorld(RelayParts parts) implements World {

    private static final int TURNS_OF_TROUBLE = 500;

    private static final int TURNS_TO_DRAIN_MAX = 5_000;

    @Override
    public void play(Stage stage) {
        var server = new SimulatedServer(stage, parts.silence());
        var broker = new SimulatedBroker(stage);
        var stranger = new SimulatedStranger(stage, server);
        var operator = new SimulatedOperator(stage, server);
        var writers = Stream.of("writer-1", "writer-2", "writer-3")
                .map(name -> new SimulatedWriter(name, stage, server, parts.lockFirst()))
                .toList();
        var relays = Stream.of("relay-1", "relay-2")
                .map(name -> new SimulatedRelay(name, stage, server, broker, parts))
                .toList();
        List.of(server, broker, stranger).forEach(stage::enter);
        if (parts.refills()) {
            stage.enter(operator);
        }
        writers.forEach(stage::enter);
        relays.forEach(stage::enter);
        stage.turns(TURNS_OF_TROUBLE);

        stage.calmDown();
        drain(stage, () -> server.up() && writers.stream().allMatch(SimulatedWriter::rests), "writers go on for ever");
        if (!stranger.holds()) {
            stranger.begin();
        }
        settle(stage, broker, relays);
        var check = new RelayCheck(server.outbox.rows(), broker.partitions());
        var missing = check.missing();
        stranger.end();
        settle(stage, broker, relays);
        check.allSent();
        if (!missing.isEmpty()) {
            throw new Broken(Invariant.NOTHING_STALLS, missing + " waited for a transaction of somebody else");
        }
        check.inOrder();
        int ended = server.outbox.leads + operator.refills();
        check.fewCopies(
                ended * RelayMachine.PAGES_IN_FLIGHT_MAX * RelayParts.PAGE_ROWS + operator.again() + broker.copies());
    }

    private static void settle(Stage stage, SimulatedBroker broker, List<SimulatedRelay> relays) {
        relays.forEach(SimulatedRelay::busy);
        drain(
                stage,
                () -> broker.quiet() && relays.stream().anyMatch(SimulatedRelay::idles),
                "relays are busy for ever, or none leads");
    }

    private static void drain(Stage stage, BooleanSupplier over, String otherwise) {
        if (!stage.turnsUntil(over, TURNS_TO_DRAIN_MAX)) {
            throw new Broken(Invariant.DRAINS, otherwise);
        }
    }
}
