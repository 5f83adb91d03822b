package io.lodestone.chassis.feed;

import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The consumer group: gives each partition to one member; a member hears of it when it polls, and may be late. */
final class SimulatedGroup implements Actor {

    /** @param generation tells a partition that was away and came back from one that stayed */
    record Assigned(SimulatedConsumer owner, int generation) {}

    private final Stage stage;
    private final SimulatedTopic topic;
    private final List<SimulatedConsumer> members = new ArrayList<>();
    private final Map<TopicPartition, Assigned> assignment = new HashMap<>();
    private int generation;

    SimulatedGroup(Stage stage, SimulatedTopic topic) {
        this.stage = stage;
        this.topic = topic;
    }

    @Override
    public String name() {
        return "group";
    }

    @Override
    public void step() {
        if (!members.isEmpty() && stage.fault(12)) {
            SimulatedTopic.PARTITIONS.forEach(this::assign);
        }
        for (var partition : SimulatedTopic.PARTITIONS) {
            var assigned = assignment.get(partition);
            if (!members.isEmpty() && (assigned == null || !members.contains(assigned.owner()))) {
                assign(partition);
            }
        }
    }

    private void assign(TopicPartition partition) {
        var owner = stage.chance().pick(members);
        var before = assignment.get(partition);
        if (before == null || before.owner() != owner) {
            stage.say("gives %s to %s", partition, owner.name());
            stage.mark("a partition changes hands");
            assignment.put(partition, new Assigned(owner, ++generation));
        }
    }

    SimulatedTopic topic() {
        return topic;
    }

    void join(SimulatedConsumer member) {
        if (!members.contains(member)) {
            members.add(member);
        }
    }

    void leave(SimulatedConsumer member) {
        members.remove(member);
    }

    /** The partitions of a member, and since which generation. */
    Map<TopicPartition, Integer> of(SimulatedConsumer member) {
        var own = new HashMap<TopicPartition, Integer>();
        for (var partition : SimulatedTopic.PARTITIONS) {
            var assigned = assignment.get(partition);
            if (assigned != null && assigned.owner() == member) {
                own.put(partition, assigned.generation());
            }
        }
        return own;
    }
}
