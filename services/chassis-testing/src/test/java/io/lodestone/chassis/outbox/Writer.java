package io.lodestone.chassis.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** A transaction that records facts, its steps taken one by one. */
final class Writer implements AutoCloseable {

    private final Connection connection;

    Writer(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Draws a transaction id, as any earlier write of the transaction would. */
    void beginEarly() throws SQLException {
        execute("select pg_current_xact_id()");
    }

    void write(UUID subject, long version) throws SQLException {
        write("lodestone.deals", subject, version);
    }

    void write(String topic, UUID subject, long version) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into outbox (id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload)
                values (?, ?, ?, ?, 'io.lodestone.bells.bell-rung.v1', now(), '/lodestone/bells', 'carl', 'trace', '{}')
                """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, topic);
            insert.setObject(3, subject);
            insert.setLong(4, version);
            insert.executeUpdate();
        }
    }

    /** Writes versions 1 and 2 of so many new subjects, all first versions before all second ones, and commits. */
    void writeTwoOfEach(int subjects, String payload) throws SQLException {
        try (var insert = connection.prepareStatement("""
                with subject as materialized (select gen_random_uuid() as id from generate_series(1, ?))
                insert into outbox (id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload)
                select gen_random_uuid(), 'lodestone.deals', subject.id, version, 'io.lodestone.bells.bell-rung.v1', now(),
                    '/lodestone/bells', 'carl', 'trace', ?
                from generate_series(1, 2) version, subject order by version
                """)) {
            insert.setInt(1, subjects);
            insert.setString(2, payload);
            insert.executeUpdate();
        }
        commit();
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
