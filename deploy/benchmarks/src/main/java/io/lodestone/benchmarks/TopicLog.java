package io.lodestone.benchmarks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was read from a topic, record by record in the order of its partitions; needs about 300 bytes of heap a record. */
public final class TopicLog {

    private final Set<UUID> ids = new HashSet<>();
    private final Set<Committed> present = new HashSet<>();
    private final Map<UUID, Long> newest = new HashMap<>();
    private long doubled;
    private long inverted;

    /** A fact that its service has committed. */
    public record Committed(UUID subject, long version) {}

    /** The next record of the partition that holds {@code fact}'s key. */
    public void see(UUID id, Committed fact) {
        if (!ids.add(id)) {
            doubled++;
            return;
        }
        present.add(fact);
        if (fact.version < newest.getOrDefault(fact.subject, 0L)) {
            inverted++;
        }
        newest.merge(fact.subject, fact.version, Math::max);
    }

    public long records() {
        return ids.size() + doubled;
    }

    /** Compares with all facts that were committed in the same time. */
    public Verdict against(Set<Committed> committed) {
        long lost = committed.stream().filter(fact -> !present.contains(fact)).count();
        return new Verdict(committed.size(), lost, doubled, inverted);
    }
}
