package io.lodestone.testing.backbone;

import io.lodestone.local.KafkaBroker;
import io.lodestone.local.Ports;
import io.lodestone.local.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;

/** The platform as two processes of this machine: the servers that {@code ./lodestone up} starts, on free ports. */
record EmbeddedPlatform(PostgresServer postgres, KafkaBroker broker) implements Platform {

    private static final String SUPERUSER = "tests";
    private static final String PASSWORD = "for-tests-only";

    /** @param folder gets data, logs and pid files */
    static EmbeddedPlatform start(Path folder) {
        var logs = folder.resolve("logs");
        var pids = folder.resolve("run");
        var postgres = PostgresServer.start(folder.resolve("pg"), Ports.anyFree(), logs.resolve("postgres.log"), pids);
        try {
            makeSuperuser(postgres);
            var broker = KafkaBroker.start(
                    folder.resolve("kafka"), Ports.anyFree(), repositoryRoot(), logs.resolve("kafka.log"), pids);
            return new EmbeddedPlatform(postgres, broker);
        } catch (RuntimeException e) {
            postgres.stop();
            throw e;
        }
    }

    /** One whose password we know: the server keeps its own to itself. */
    private static void makeSuperuser(PostgresServer postgres) {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("create role " + SUPERUSER + " superuser login password '" + PASSWORD + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("could not prepare PostgreSQL", e);
        }
    }

    /** Surefire says where it is; an IDE runs tests in the module's folder, two below. */
    private static Path repositoryRoot() {
        return Path.of(System.getProperty("lodestone.home", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public String postgresUrl() {
        return postgres.jdbcUrl("postgres");
    }

    @Override
    public String postgresUser() {
        return SUPERUSER;
    }

    @Override
    public String postgresPassword() {
        return PASSWORD;
    }

    @Override
    public String kafka() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() {
        broker.stop();
        postgres.stop();
    }
}
