package io.lodestone.chassis.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** A transaction that records facts, its steps taken one by one. */
final class Writer implements AutoCloseable {

    private final Connection connection;

    Writer(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
        connection.setAutoCommit(false);
    }

    /** Draws a transaction id, as any earlier write of the transaction would. */
    void beginEarly() throws SQLException {
        execute("select pg_current_xact_id()");
    }

    void write(UUID subject, long version) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into outbox (id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload)
                values (?, 'lodestone.deals', ?, ?, 'io.lodestone.bells.bell-rung.v1', now(), '/lodestone/bells', 'carl', 'trace', '{}')
                """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, subject);
            insert.setLong(3, version);
            insert.executeUpdate();
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
