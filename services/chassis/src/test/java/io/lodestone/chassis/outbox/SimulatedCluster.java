package io.lodestone.chassis.outbox;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The transactions of all databases of one PostgreSQL server: ids at the first write, snapshots, what a crash leaves. */
final class SimulatedCluster {

    private final NavigableSet<Long> running = new TreeSet<>();
    private long next = 700;
    private long newestEnded = next - 1;
    private long newestDurable = next - 1;

    /** A transaction gets its id when it writes for the first time. */
    long assign() {
        running.add(next);
        return next++;
    }

    void commit(long xid) {
        rollback(xid);
        newestDurable = Math.max(newestDurable, xid);
    }

    void rollback(long xid) {
        running.remove(xid);
        newestEnded = Math.max(newestEnded, xid);
    }

    boolean runs(long xid) {
        return running.contains(xid);
    }

    /** As {@code pg_current_snapshot()}: all databases count. */
    Snapshot snapshot() {
        long xmax = newestEnded + 1;
        var open = running.headSet(xmax);
        long xmin = open.isEmpty() ? xmax : open.first();
        return new Snapshot(
                xmin + ":" + xmax + ":" + open.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** All that ran is gone; ids that no durable commit has reached are given out again. */
    void crash() {
        running.clear();
        next = newestDurable + 1;
        newestEnded = newestDurable;
    }
}
