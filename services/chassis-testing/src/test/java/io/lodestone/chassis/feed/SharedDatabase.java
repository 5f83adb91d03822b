package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.testing.backbone.Backbone;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** One consumer's own session of a database that several share; an effect is a row, so one heard twice is two rows. */
final class SharedDatabase implements FeedDatabase, AutoCloseable {

    private static final List<String> MIGRATIONS = List.of("V0001__chassis", "V0003__parked", "V0005__feed_restart");

    private final Connection connection;

    private SharedDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Makes the database with its tables; gives where it is. */
    static Map<String, String> make(String name) throws SQLException, IOException {
        var backbone = new Backbone();
        backbone.init(Map.of("service", name));
        var where = backbone.start();
        try (var database = open(where)) {
            for (var migration : MIGRATIONS) {
                try (var sql = FeedMachine.class.getResourceAsStream("/db/chassis/" + migration + ".sql")) {
                    database.execute(new String(Objects.requireNonNull(sql).readAllBytes(), UTF_8));
                }
            }
            database.execute(
                    "create table effect (id bigint generated always as identity, subject uuid, version bigint)");
        }
        return where;
    }

    static SharedDatabase open(Map<String, String> where) throws SQLException {
        var connection = DriverManager.getConnection(
                where.get("quarkus.datasource.jdbc.url"),
                where.get("quarkus.datasource.username"),
                where.get("quarkus.datasource.password"));
        connection.setAutoCommit(false);
        return new SharedDatabase(connection);
    }

    @Override
    public <R> R inTransaction(Work<R> work) {
        try {
            try {
                var result = work.in(new JdbcFeedRows(connection, Instant.EPOCH));
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                connection.rollback();
                if (Transient.causes(e)) {
                    throw new Away(e);
                }
                throw e;
            }
        } catch (SQLException e) {
            throw new Away(e);
        }
    }

    /** The effect of a fact; belongs to the transaction that is open. */
    void effect(Envelope fact) {
        try (var insert = connection.prepareStatement("insert into effect (subject, version) values (?, ?)")) {
            insert.setObject(1, fact.subject());
            insert.setLong(2, fact.version());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a partition is to be heard from; 0 the first time. */
    long next(TopicPartition partition) {
        return inTransaction(rows -> {
            try (var insert = connection.prepareStatement(
                    "insert into feed_offset (topic, partition, next_offset) values (?, ?, 0) on conflict do nothing")) {
                insert.setString(1, partition.topic());
                insert.setInt(2, partition.partition());
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Objects.requireNonNull(rows.lock(Set.of(partition)).get(partition));
        });
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } finally {
            connection.commit();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
