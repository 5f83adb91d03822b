package io.lodestone.chassis.outbox;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A snapshot taken apart. */
record Seen(long xmin, long xmax, Set<Long> running) {

    static Seen of(Snapshot snapshot) {
        var parts = snapshot.text().split(":", 3);
        var running = parts[2].isEmpty()
                ? Set.<Long>of()
                : Arrays.stream(parts[2].split(",")).map(Long::valueOf).collect(Collectors.toSet());
        return new Seen(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
    }

    /** As {@code pg_visible_in_snapshot}. */
    boolean sees(long xid) {
        return xid < xmin || (xid < xmax && !running.contains(xid));
    }
}
