package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.OutboxTable.Written;
import io.lodestone.chassis.simulation.Broken;
import io.lodestone.chassis.simulation.Invariant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What must hold of a topic when all is quiet. */
record RelayCheck(List<Written> committed, Map<String, List<RecordedFact>> partitions) {

    /** Committed facts that are not on their partition. */
    List<String> missing() {
        return committed.stream()
                .map(Written::fact)
                .filter(fact -> !partition(fact).contains(fact))
                .map(RelayCheck::told)
                .toList();
    }

    void allSent() {
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new Broken(Invariant.ALL_SENT, missing + " were committed and never sent");
        }
        var facts = committed.stream().map(Written::fact).collect(Collectors.toSet());
        var never = onTopic().stream()
                .filter(fact -> !facts.contains(fact))
                .map(RelayCheck::told)
                .toList();
        if (!never.isEmpty()) {
            throw new Broken(Invariant.ALL_SENT, never + " were sent and never committed");
        }
    }

    void inOrder() {
        var newest = new HashMap<UUID, Long>();
        Set<UUID> known = new HashSet<>();
        for (var fact : onTopic()) {
            long before = newest.getOrDefault(fact.subject(), 0L);
            if (known.add(fact.id()) && newest.merge(fact.subject(), fact.version(), Math::max) != before + 1) {
                throw new Broken(Invariant.IN_ORDER, told(fact) + " came after version " + before);
            }
        }
    }

    void fewCopies(int most) {
        int copies = onTopic().size() - committed.size();
        if (copies > most) {
            throw new Broken(Invariant.FEW_COPIES, copies + " copies, and no more than " + most + " are explained");
        }
    }

    private List<RecordedFact> partition(RecordedFact fact) {
        return partitions.getOrDefault(SimulatedBroker.partition(fact), List.of());
    }

    private List<RecordedFact> onTopic() {
        return partitions.values().stream().flatMap(List::stream).toList();
    }

    private static String told(RecordedFact fact) {
        return SimulatedProducer.told(List.of(fact));
    }
}
