package io.lodestone.chassis.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * The relay's own database session. Leadership is an advisory lock of this very session, and progress is stored only
 * under the epoch this session began: who lost the session, or slept while another took over, can store nothing.
 */
final class OutboxSession implements OutboxRows, AutoCloseable {

    /** Any constant will do; locks are per database, so services do not meet. */
    static final long LEADERSHIP = 0x6c6f6465_73746f6eL;

    /** A leader that says nothing for so long is paused or gone: the server ends its session, and the lead is free. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(10);

    private static final String IDLE = "idle_session_timeout";
    /** Paused while the server writes a page to it. */
    private static final String NOT_READING = "tcp_user_timeout";

    /** Bounds the memory of a page whatever its facts weigh; the fact that reaches it still belongs to the page. */
    static final int PAGE_BYTES_MAX = 4_000_000;

    /** The inner select keeps the planner from looking for the minimum along the sequence, through all that was sent. */
    private static final String LOOK = """
            select (select epoch from outbox_relay), pg_current_snapshot(), min(seq) from (
                select seq from outbox where xid >= pg_snapshot_xmax(?)
                union all
                select seq from outbox where xid = any(array(select pg_snapshot_xip(?)))
                offset 0) unseen
            """;

    /** Adds up on the server, which knows a payload's length without reading it, so that no more than a page travels. */
    private static final String PAGE = """
            select seq, id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload, bytes
            from (
                select *, sum(octet_length(payload)) over (order by seq rows unbounded preceding) as bytes from outbox
                where seq > ? and not pg_visible_in_snapshot(xid, ?) and pg_visible_in_snapshot(xid, ?)
                order by seq limit ?
            ) page
            where bytes - octet_length(payload) < ?
            order by seq
            """;

    private final Connection connection;
    private final int pageRows;
    private long epoch;

    /** @param pageRows at most so many rows in one page */
    OutboxSession(Connection connection, int pageRows) throws SQLException {
        this(connection, pageRows, SILENCE_MAX);
    }

    OutboxSession(Connection connection, int pageRows, Duration silenceMax) throws SQLException {
        this.connection = connection;
        this.pageRows = pageRows;
        try (var settings = connection.createStatement()) {
            // the relay only ever wants the newest end of its table: no plan that reads all of it is a good one
            settings.execute(
                    "set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off; set jit = off");
            // nor does one depend on what was sent: planning for all days again with each look would take longer than
            // the look
            settings.execute("set plan_cache_mode = force_generic_plan");
            // progress that a crash of the server takes back is facts sent again; waiting for the disk would only delay
            // others
            settings.execute("set synchronous_commit = off");
            for (var silence : List.of(IDLE, NOT_READING)) {
                settings.execute("set " + silence + " = " + silenceMax.toMillis());
            }
        }
    }

    boolean tryToLead() {
        return ask(() -> {
            try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
                lock.setLong(1, LEADERSHIP);
                try (var answer = lock.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        });
    }

    /** Makes room for the days to come and drops those that are over; see {@code outbox_keep} in the migration. */
    int keepDays(Duration keep, boolean relayed) {
        return ask(() -> {
            try (var call = connection.prepareStatement("select outbox_keep((now() at time zone 'UTC')::date, ?, ?)")) {
                call.setInt(1, (int) keep.toDays());
                call.setBoolean(2, relayed);
                try (var answer = call.executeQuery()) {
                    return answer.next() ? answer.getInt(1) : 0;
                }
            }
        });
    }

    /** Tells the server that this session is in use. */
    void keepAlive() {
        ask(() -> {
            try (var select = connection.prepareStatement("select 1")) {
                return select.execute();
            }
        });
    }

    @Override
    public Progress lead() {
        return ask(() -> {
            try (var update = connection.prepareStatement(
                            "update outbox_relay set epoch = epoch + 1 returning epoch, sent, upto, seq");
                    var row = update.executeQuery()) {
                row.next();
                epoch = row.getLong(1);
                var upto = row.getString(3);
                return new Progress(
                        new Snapshot(row.getString(2)), upto == null ? null : new Snapshot(upto), row.getLong(4));
            }
        });
    }

    @Override
    public Look look(Snapshot sent) {
        return ask(() -> {
            try (var select = connection.prepareStatement(LOOK)) {
                select.setObject(1, parameter(sent));
                select.setObject(2, parameter(sent));
                try (var row = select.executeQuery()) {
                    row.next();
                    if (row.getLong(1) != epoch) {
                        throw new Overtaken();
                    }
                    var first = (Long) row.getObject(3);
                    return new Look(
                            new Snapshot(row.getString(2)),
                            first == null ? OptionalLong.empty() : OptionalLong.of(first));
                }
            }
        });
    }

    @Override
    public Page page(Progress progress) {
        return ask(() -> {
            try (var select = connection.prepareStatement(PAGE)) {
                select.setLong(1, progress.seq());
                select.setObject(2, parameter(progress.sent()));
                select.setObject(3, parameter(progress.upto()));
                select.setInt(4, pageRows);
                select.setInt(5, PAGE_BYTES_MAX);
                return read(select);
            }
        });
    }

    private Page read(PreparedStatement select) throws SQLException {
        var rows = new ArrayList<Row>(pageRows);
        long bytes = 0;
        try (var found = select.executeQuery()) {
            while (found.next()) {
                rows.add(new Row(found.getLong(1), fact(found)));
                bytes = found.getLong(12);
            }
        }
        return new Page(rows, rows.size() < pageRows && bytes < PAGE_BYTES_MAX);
    }

    @Override
    public void store(Progress progress) {
        int stored = ask(() -> {
            try (var update = connection.prepareStatement(
                    "update outbox_relay set sent = ?, upto = ?, seq = ? where epoch = ?")) {
                update.setObject(1, parameter(progress.sent()));
                update.setObject(2, parameter(progress.upto()));
                update.setLong(3, progress.seq());
                update.setLong(4, epoch);
                return update.executeUpdate();
            }
        });
        if (stored != 1) {
            throw new Overtaken();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Every statement is a transaction of its own: one round trip, and between two the session is idle. */
    private static <T> T ask(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new OutboxUnreadable(e);
        }
    }

    private static PGobject parameter(@Nullable Snapshot snapshot) throws SQLException {
        var parameter = new PGobject();
        parameter.setType("pg_snapshot");
        parameter.setValue(snapshot == null ? null : snapshot.text());
        return parameter;
    }

    private static RecordedFact fact(ResultSet row) throws SQLException {
        return new RecordedFact(
                row.getString(3),
                row.getString(8),
                row.getObject(2, UUID.class),
                row.getString(6),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                new Provenance(row.getString(9), row.getString(10)),
                row.getString(11));
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    /** The session is of no more use; the relay begins a new one. */
    static final class OutboxUnreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutboxUnreadable(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
