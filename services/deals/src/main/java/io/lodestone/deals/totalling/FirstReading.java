package io.lodestone.deals.totalling;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads all deals while everybody works, in a snapshot that stays open. So a cut, for which they wait, only has to read the
 * deals that have moved since: as they stand then, and as they stood in the snapshot. Which ones moved, the outbox tells.
 */
@ApplicationScoped
class FirstReading {

    private static final String MOVED = """
            select distinct aggregateid from outbox, cast(? as pg_snapshot) seen
            where aggregatetype = ? and xid >= pg_snapshot_xmin(seen) and not pg_visible_in_snapshot(xid, seen)
            """;

    private final DataSource database;
    private final DealSums sums;

    FirstReading(DataSource database, DealSums sums) {
        this.database = database;
        this.sums = sums;
    }

    /** Close it: until then the snapshot holds a connection. */
    Seen begin(int parts) throws SQLException {
        return apart(() -> {
            var connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                return new Seen(connection, snapshot(connection), parts, sums.ofAll(connection, parts));
            } catch (SQLException e) {
                end(connection);
                throw e;
            }
        });
    }

    private static String snapshot(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select pg_current_snapshot()::text");
                var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static void end(Connection connection) throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }

    /** What the snapshot shows. */
    final class Seen implements AutoCloseable {

        private final Connection connection;
        private final String snapshot;
        private final int parts;
        private final Sums then;

        private Seen(Connection connection, String snapshot, int parts, Sums then) {
            this.connection = connection;
            this.snapshot = snapshot;
            this.parts = parts;
            this.then = then;
        }

        /** What all deals added up to when it was opened. */
        Sums then() {
            return then;
        }

        /** @param now sees what has moved since, and nothing moves meanwhile */
        Sums broughtUpTo(Connection now) throws SQLException {
            var moved = moved(now);
            var before = apart(() -> sums.ofSome(connection, parts, moved));
            return then.minus(before).plus(sums.ofSome(now, parts, moved));
        }

        private List<UUID> moved(Connection now) throws SQLException {
            try (var select = now.prepareStatement(MOVED)) {
                select.setString(1, snapshot);
                select.setString(2, DEALS.name());
                var moved = new ArrayList<UUID>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        moved.add(rows.getObject(1, UUID.class));
                    }
                }
                return moved;
            }
        }

        @Override
        public void close() throws SQLException {
            apart(() -> {
                end(connection);
                return true;
            });
        }
    }

    /** Reads from the database. */
    @FunctionalInterface
    private interface Asking<T> {
        T answer() throws SQLException;
    }

    /** The snapshot's connection takes no part in the caller's transaction. */
    private static <T> T apart(Asking<T> asking) throws SQLException {
        var failed = new ArrayList<SQLException>();
        var answer = new ArrayList<T>();
        QuarkusTransaction.suspendingExisting().run(() -> {
            try {
                answer.add(asking.answer());
            } catch (SQLException e) {
                failed.add(e);
            }
        });
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
        return answer.getFirst();
    }
}
