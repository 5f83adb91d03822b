package io.lodestone.query.known.ledger;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the live generation had heard at the moment in which another one was begun.
 *
 * @param generation the empty one
 * @param positions  topic to partition to the next offset to be heard
 * @param versions   the newest version heard, by subject
 * @param skipped    facts that an operator gave up
 */
public record Frozen(
        Generation generation,
        Map<String, Map<Integer, Long>> positions,
        Map<UUID, Long> versions,
        Set<Version> skipped) {

    /** One fact of a subject. */
    public record Version(UUID subject, long version) {}

    /** Whether the live generation has taken that fact in. */
    public boolean hasHeard(UUID subject, long version) {
        return version <= versions.getOrDefault(subject, 0L)
                && (skipped.isEmpty() || !skipped.contains(new Version(subject, version)));
    }
}
