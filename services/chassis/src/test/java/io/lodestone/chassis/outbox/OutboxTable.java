package io.lodestone.chassis.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The tables outbox and outbox_relay as committed: what any new statement sees. */
final class OutboxTable {

    /** @param writtenAt the turn at which its transaction began */
    record Written(long xid, long seq, long writtenAt, RecordedFact fact) {}

    private final List<Written> rows = new ArrayList<>();
    private final Map<UUID, Long> versions = new HashMap<>();

    long epoch;
    int leads;
    Progress progress = new Progress(new Snapshot("3:3:"), null, 0);

    void add(List<Written> written) {
        rows.addAll(written);
        rows.sort(Comparator.comparingLong(Written::seq));
        written.forEach(row -> versions.merge(row.fact().subject(), row.fact().version(), Math::max));
    }

    List<Written> rows() {
        return rows;
    }

    /** The newest committed version of an aggregate; 0 when there is none. */
    long version(UUID subject) {
        return versions.getOrDefault(subject, 0L);
    }

    /** True for rows that {@code progress} says are sent. */
    static Predicate<Written> sent(Progress progress) {
        var sent = Seen.of(progress.sent());
        var upto = progress.upto() == null ? null : Seen.of(progress.upto());
        return row -> sent.sees(row.xid()) || (upto != null && upto.sees(row.xid()) && row.seq() <= progress.seq());
    }
}
