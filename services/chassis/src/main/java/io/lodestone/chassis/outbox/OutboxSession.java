package io.lodestone.chassis.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The leader's own database session. Leadership is an advisory lock of this very session, and only this session marks
 * rows as sent: who lost the session lost both.
 */
final class OutboxSession implements AutoCloseable {

    /** Any constant will do; locks are per database, so services do not meet. */
    private static final long LEADERSHIP = 0x6c6f6465_73746f6eL;

    private static final int PRUNE_ROWS_MAX = 10_000;

    private final Connection connection;

    OutboxSession(Connection connection) {
        this.connection = connection;
    }

    boolean tryToLead() throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LEADERSHIP);
            try (var answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /**
     * All rows not yet sent, oldest sequence first. A slow transaction may commit a smaller sequence later than a
     * larger one; it is found all the same, because the question is "unsent", not "after the last one". Order per
     * aggregate holds, because its row lock is taken before the sequence is drawn.
     */
    List<Row> unsent(int limit) throws SQLException {
        try (var select = connection.prepareStatement("""
                select seq, id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload
                from outbox where sent_at is null order by seq limit ?
                """)) {
            select.setInt(1, limit);
            var rows = new ArrayList<Row>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(found.getLong("seq"), fact(found)));
                }
            }
            return rows;
        }
    }

    void markSent(List<Row> rows, Instant now) throws SQLException {
        try (var update = connection.prepareStatement("update outbox set sent_at = ? where seq = any(?)")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::seq).toArray()));
            update.executeUpdate();
        }
    }

    /** Deletes up to 10,000 rows sent before {@code then}; returns how many. */
    int prune(Instant then) throws SQLException {
        try (var delete = connection.prepareStatement(
                "delete from outbox where seq in (select seq from outbox where sent_at < ? order by sent_at limit ?)")) {
            delete.setTimestamp(1, Timestamp.from(then));
            delete.setInt(2, PRUNE_ROWS_MAX);
            return delete.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static RecordedFact fact(ResultSet row) throws SQLException {
        return new RecordedFact(
                row.getString("aggregatetype"),
                row.getString("source"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("aggregateid", UUID.class),
                row.getLong("version"),
                row.getTimestamp("recorded_at").toInstant(),
                new Provenance(row.getString("actor"), row.getString("traceparent")),
                row.getString("payload"));
    }

    record Row(long seq, RecordedFact fact) {}
}
