package io.lodestone.query.known.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Which generations there are, and which one is live. */
@ApplicationScoped
class Generations {

    /** Names the advisory lock that writers of the ledger hold until they commit. */
    private static final long LOCK = 0x6c6f6465_6c656467L;

    /** A drop waits no longer than this for readers, and they for it. */
    private static final int DROP_MILLIS_MAX = 250;

    /** Autovacuum gives way to who has waited for a second. */
    private static final int AUTOVACUUM_MILLIS_MAX = 2_000;

    /** Of the server's memory while an index is built. */
    private static final int INDEX_MEGABYTES = 128;

    /** A sample of 300 rows for each; the usual 100 takes longer than all indexes, and the plans are the same. */
    private static final int STATISTICS_TARGET = 10;

    /** The lock is not available, or somebody else has just dropped the table. */
    private static final Set<String> TRIED_AGAIN = Set.of("55P03", "42P01");

    /** Waits until no other writer is at work; from here to the end of the transaction nobody else writes. */
    void lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    Generation live(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select generation from live_generation");
                var row = select.executeQuery()) {
            row.next();
            return new Generation(row.getInt(1));
        }
    }

    /** Notes for the generations beside the live one which deals moved, so that they can be brought up to date. */
    void noteMoved(Connection connection, Collection<UUID> deals) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into ledger_moved (generation, deal_id)
                select g.id, d from ledger_generation g, unnest(?::uuid[]) d where g.following
                on conflict do nothing
                """)) {
            insert.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            insert.executeUpdate();
        }
    }

    List<UUID> moved(Connection connection, Generation generation) throws SQLException {
        try (var select = connection.prepareStatement("select deal_id from ledger_moved where generation = ?")) {
            select.setInt(1, generation.id());
            var deals = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    deals.add(rows.getObject(1, UUID.class));
                }
            }
            return deals;
        }
    }

    void forgetMoved(Connection connection, Generation generation) throws SQLException {
        run(connection, "delete from ledger_moved where generation = " + generation.id());
    }

    /** The caller holds the lock: what is read here is of one moment. */
    Frozen begin(Connection connection) throws SQLException {
        int id = (int) number(connection, "select max(id) + 1 from ledger_generation");
        try (var begin = connection.prepareStatement("select ledger_generation_begin(?)")) {
            begin.setInt(1, id);
            begin.execute();
        }
        return heard(connection, new Generation(id), positions(connection));
    }

    /** What is heard now, with positions of this moment or an earlier one. */
    Frozen heard(Connection connection, Generation generation, Map<String, Map<Integer, Long>> positions)
            throws SQLException {
        return new Frozen(generation, positions, versions(connection), skipped(connection));
    }

    void factsFull(Connection connection, Generation generation) throws SQLException {
        full(connection, generation, "ledger_generation_facts_full");
    }

    void entriesFull(Connection connection, Generation generation) throws SQLException {
        full(connection, generation, "ledger_generation_entries_full");
    }

    /** Builds the indexes that it is filled without, and looks at some rows for the planner. */
    private static void full(Connection connection, Generation generation, String function) throws SQLException {
        run(connection, "set local maintenance_work_mem = '" + INDEX_MEGABYTES + "MB'");
        run(connection, "set local default_statistics_target = " + STATISTICS_TARGET);
        run(connection, "select " + function + "(" + generation.id() + ")");
    }

    void makeLive(Connection connection, Generation generation) throws SQLException {
        run(connection, "update ledger_generation set moved = moved + 1, following = id <> " + generation.id());
        run(connection, "update live_generation set generation = " + generation.id());
    }

    boolean isThere(Connection connection, Generation generation) throws SQLException {
        return number(connection, "select count(*) from ledger_generation where id = " + generation.id()) == 1;
    }

    /**
     * Keeps autovacuum away from those that {@link #dropBefore} drops, until the transaction ends: a drop would wait for it
     * at length.
     *
     * @return false when somebody else tidies up there
     */
    boolean holdBefore(Connection connection, Generation kept) throws SQLException {
        return isDoneWithin(AUTOVACUUM_MILLIS_MAX, connection, "ledger_generation_hold", kept);
    }

    /**
     * Drops those begun before {@code kept}, but for the live one.
     *
     * @return false when one of them is read at length; nothing is dropped then
     */
    boolean dropBefore(Connection connection, Generation kept) throws SQLException {
        return isDoneWithin(DROP_MILLIS_MAX, connection, "ledger_generation_end", kept);
    }

    private static boolean isDoneWithin(int millis, Connection connection, String function, Generation kept)
            throws SQLException {
        var nothingDone = connection.setSavepoint();
        try {
            run(connection, "set local lock_timeout = " + millis);
            run(
                    connection,
                    "select " + function + "(id) from ledger_generation"
                            + " where id not in (select generation from live_generation) and id < " + kept.id());
            run(connection, "set local lock_timeout to default");
            return true;
        } catch (SQLException e) {
            if (!TRIED_AGAIN.contains(e.getSQLState())) {
                throw e;
            }
            connection.rollback(nothingDone);
            return false;
        }
    }

    private static Map<String, Map<Integer, Long>> positions(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select topic, partition, next_offset from feed_offset");
                var rows = select.executeQuery()) {
            var positions = new TreeMap<String, Map<Integer, Long>>();
            while (rows.next()) {
                positions
                        .computeIfAbsent(rows.getString(1), topic -> new TreeMap<>())
                        .put(rows.getInt(2), rows.getLong(3));
            }
            return positions;
        }
    }

    private static Map<UUID, Long> versions(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select subject, version from feed_subject");
                var rows = select.executeQuery()) {
            var versions = new HashMap<UUID, Long>();
            while (rows.next()) {
                versions.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
            return versions;
        }
    }

    private static Set<Frozen.Version> skipped(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select subject, version from parked_fact where status = 'SKIPPED' and subject is not null");
                var rows = select.executeQuery()) {
            var skipped = new HashSet<Frozen.Version>();
            while (rows.next()) {
                skipped.add(new Frozen.Version(rows.getObject(1, UUID.class), rows.getLong(2)));
            }
            return skipped;
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
