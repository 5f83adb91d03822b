package io.lodestone.benchmarks;

import io.lodestone.benchmarks.TopicLog.Committed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What was read from a topic, where there are too many facts to keep the ids of all: the newest version of each subject.
 * Needs about 120 bytes of heap a subject. A version that comes again or too early, too late or never is counted.
 */
final class VersionCount {

    private final Map<UUID, Long> newest = new HashMap<>();
    private long next;
    private long doubled;
    private long inverted;

    /** The next record of the partition that holds {@code fact}'s key. */
    void see(Committed fact) {
        long before = newest.getOrDefault(fact.subject(), 0L);
        if (fact.version() == before + 1) {
            newest.put(fact.subject(), fact.version());
            next++;
        } else if (fact.version() <= before) {
            doubled++;
        } else {
            inverted++;
        }
    }

    /** Compares with {@code subjects} that were committed with {@code versions} facts each. */
    Verdict against(long subjects, int versions) {
        long committed = subjects * versions;
        return new Verdict(committed, committed - next, doubled, inverted);
    }
}
