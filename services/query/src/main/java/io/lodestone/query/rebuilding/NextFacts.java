package io.lodestone.query.rebuilding;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.query.known.ledger.Frozen;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Tells which records of a partition count, as the feeds do: what came before, what is parked and what was given up is
 * stepped over, unread. For one thread.
 */
final class NextFacts {

    private final Frozen frozen;
    private final Map<UUID, Long> last = new HashMap<>();

    NextFacts(Frozen frozen) {
        this.frozen = frozen;
    }

    /** Asked once for each record, in the partition's order. */
    boolean isNext(Envelope envelope) {
        if (envelope.version() <= last.getOrDefault(envelope.subject(), 0L)
                || !frozen.hasHeard(envelope.subject(), envelope.version())) {
            return false;
        }
        last.put(envelope.subject(), envelope.version());
        return true;
    }
}
