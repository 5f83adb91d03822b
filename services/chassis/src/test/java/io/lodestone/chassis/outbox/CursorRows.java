package io.lodestone.chassis.outbox;

import io.lodestone.chassis.outbox.OutboxTable.Written;
import io.lodestone.chassis.outbox.SimulatedServer.Session;
import io.lodestone.chassis.simulation.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Relays that remember the last row they sent, and ask for rows behind it. In place of a snapshot stands that row. */
final class CursorRows extends SimulatedRows {

    static final Comparator<Written> BY_NUMBER = Comparator.comparingLong(Written::seq);
    static final Comparator<Written> BY_TRANSACTION =
            Comparator.comparingLong(Written::xid).thenComparing(BY_NUMBER);

    private final Comparator<Written> order;
    private final boolean behindOpenOnes;

    /** @param behindOpenOnes rows count only when their transaction is older than every open one */
    CursorRows(
            SimulatedServer server, Session session, Stage stage, Comparator<Written> order, boolean behindOpenOnes) {
        super(server, session, stage, RelayParts.PAGE_ROWS);
        this.order = order;
        this.behindOpenOnes = behindOpenOnes;
    }

    @Override
    public Look look(Snapshot sent) {
        return ask(() -> {
            checkEpoch();
            var next = after(sent).limit(pageRows).toList();
            return next.isEmpty()
                    ? new Look(sent, OptionalLong.empty())
                    : new Look(cursor(next.getLast()), OptionalLong.of(1));
        });
    }

    @Override
    public Page page(Progress progress) {
        return ask(() -> {
            var last = row(Objects.requireNonNull(progress.upto()));
            List<Row> rows = after(progress.sent())
                    .filter(row -> order.compare(row, last) <= 0)
                    .map(row -> new Row(row.seq(), row.fact()))
                    .toList();
            return new Page(rows, true);
        });
    }

    private Stream<Written> after(Snapshot sent) {
        var oldestOpen = Seen.of(server.cluster.snapshot()).xmin();
        return rows(row -> !behindOpenOnes || row.xid() < oldestOpen)
                .filter(row -> !sent.text().startsWith("row ") || order.compare(row, row(sent)) > 0)
                .sorted(order);
    }

    @Override
    void checkGrows(Progress stored) {
        // a cursor has no notion of it
    }

    private static Snapshot cursor(Written row) {
        return new Snapshot("row " + row.seq());
    }

    private Written row(Snapshot cursor) {
        long seq = Long.parseLong(cursor.text().substring("row ".length()));
        return rows(row -> row.seq() == seq).findFirst().orElseThrow();
    }
}
