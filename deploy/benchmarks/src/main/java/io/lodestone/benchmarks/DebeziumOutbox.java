package io.lodestone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What Debezium needs in a database with an outbox; {@code deploy/debezium/README.md} tells an operator the same. */
public final class DebeziumOutbox {

    private static final String MIGRATIONS = "services/chassis/src/main/resources/db/chassis";

    private static final String PUBLICATION = """
            create publication lodestone_outbox for table outbox
                (id, aggregatetype, aggregateid, version, type, source, actor, traceparent, payload,
                    specversion, time, dataschema)
                with (publish = 'insert', publish_via_partition_root = true)
            """;

    private DebeziumOutbox() {}

    /**
     * Makes the outbox that every service has.
     *
     * @param root the repository's folder
     */
    public static void create(Connection connection, Path root) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            for (var script : List.of("V0001__chassis.sql", "V0002__debezium.sql")) {
                statement.execute(Files.readString(root.resolve(MIGRATIONS).resolve(script)));
            }
        }
    }

    /** Tells PostgreSQL what to publish; the owner of the table may. */
    public static void publish(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop publication if exists lodestone_outbox");
            statement.execute(PUBLICATION);
        }
    }

    /** From here on PostgreSQL keeps all that is written for {@code slot}; needs a role that may replicate. */
    public static void keepFor(Connection connection, String slot) throws SQLException {
        try (var create = connection.prepareStatement("select pg_create_logical_replication_slot(?, 'pgoutput')")) {
            create.setString(1, slot);
            create.execute();
        }
    }

    /** Lets PostgreSQL forget {@code slot}; nothing happens when it is not there. */
    public static void forget(Connection connection, String slot) throws SQLException {
        try (var drop = connection.prepareStatement(
                "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = ?")) {
            drop.setString(1, slot);
            drop.execute();
        }
    }
}
