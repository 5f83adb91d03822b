package io.lodestone.chassis.feed;

import io.lodestone.chassis.simulation.Broken;
import io.lodestone.chassis.simulation.Invariant;
import io.lodestone.chassis.simulation.Stage;
import io.lodestone.chassis.simulation.World;
import java.util.stream.Stream;

/** Consumers of one group over a topic and one PostgreSQL; partitions change hands in the middle of batches. */
record FeedWorld(FeedParts parts) implements World {

    private static final int TURNS_OF_TROUBLE = 500;
    private static final int TURNS_TO_DRAIN_MAX = 5_000;
    private static final int TURNS_TO_MEND = 800;

    @Override
    public void play(Stage stage) {
        var tables = new SimulatedTables(stage, parts.endsIdleTransactions());
        var topic = new SimulatedTopic(stage);
        var group = new SimulatedGroup(stage, topic);
        var bug = new Bug();
        var consumers = Stream.of("consumer-1", "consumer-2", "consumer-3")
                .map(name -> new SimulatedConsumer(name, stage, group, database(tables, bug, stage), parts))
                .toList();
        Stream.of(tables, topic, group).forEach(stage::enter);
        consumers.forEach(stage::enter);
        if (parts.mends()) {
            stage.enter(new SimulatedOperator(stage, tables, database(tables, bug, stage), parts));
        }
        stage.turns(TURNS_OF_TROUBLE);

        stage.calmDown();
        var check = new FeedCheck(topic, tables);
        boolean drained = stage.turnsUntil(
                () -> consumers.stream().allMatch(SimulatedConsumer::rests) && check.allHeard(), TURNS_TO_DRAIN_MAX);
        if (!drained) {
            throw new Broken(Invariant.DRAINS, "consumers are busy for ever, or none hears a partition");
        }
        if (parts.mends()) {
            stage.turns(TURNS_TO_MEND);
            check.mended();
        } else {
            check.parkedAndEffects();
        }
        check.sums();
    }

    private static SimulatedFeedDatabase database(SimulatedTables tables, Bug bug, Stage stage) {
        return new SimulatedFeedDatabase(tables, bug, stage);
    }
}
