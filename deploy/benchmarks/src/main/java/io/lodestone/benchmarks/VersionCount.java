package io.lodestone.benchmarks;

import io.lodestone.benchmarks.TopicLog.Committed;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What was read from a topic of some subjects, where there are too many facts to keep the ids of all: the newest version of
 * each. Needs about 120 bytes of heap a subject. A version that comes again or too early, too late or never is counted.
 */
final class VersionCount {

    private final Map<UUID, Long> newest = new HashMap<>();
    private long next;
    private long doubled;
    private long inverted;

    /** @param subjects those to be looked for; facts of others are stepped over */
    VersionCount(Collection<UUID> subjects) {
        subjects.forEach(subject -> newest.put(subject, 0L));
    }

    /** The next record of the partition that holds {@code fact}'s key. */
    void see(Committed fact) {
        var before = newest.get(fact.subject());
        if (before == null) {
            return;
        }
        if (fact.version() == before + 1) {
            newest.put(fact.subject(), fact.version());
            next++;
        } else if (fact.version() <= before) {
            doubled++;
        } else {
            inverted++;
        }
    }

    /** Compares with {@code versions} facts that were committed of each. */
    Verdict against(int versions) {
        long committed = (long) newest.size() * versions;
        return new Verdict(committed, committed - next, doubled, inverted);
    }
}
