package io.lodestone.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL 18 on 127.0.0.1, durable: {@code fsync} and {@code synchronous_commit} are on. It outlives the JVM
 * that started it.
 */
public final class PostgresServer {

    private static final String SUPERUSER = "postgres";

    private final Running process;
    private final int port;
    private final String password;

    private PostgresServer(Running process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server whose data lie under {@code home}, creating them the first time.
     *
     * @param home holds the programs, the data and the superuser's password
     * @param pids where {@code postgres.pid} is written
     */
    public static PostgresServer start(Path home, int port, Path log, Path pids) {
        var programs = PostgresBinaries.in(home.resolve("programs-18.6"));
        var data = home.resolve("data");
        var password = Secrets.in(home).get(SUPERUSER);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            Folders.delete(data);
            initialise(programs, data, password, home);
        }
        forgetDeadServer(data);
        var command = new ArrayList<>(asNobody());
        command.addAll(List.of(
                programs.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        Map.of(
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "max_connections", "200",
                        "wal_level", "logical", // so that Debezium can carry the outbox: see deploy/debezium
                        "shared_buffers", "256MB",
                        "max_wal_size", "4GB", // after each checkpoint whole pages go into the log: not twice a minute
                        "log_min_messages", "warning")
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        var process = Running.start("postgres", command, Map.of(), log, pids);
        var server = new PostgresServer(process, port, password);
        Waiting.until("PostgreSQL to take connections", Duration.ofSeconds(60), () -> {
            if (!process.isAlive()) {
                throw new Trouble("PostgreSQL ended while starting; its log says why: " + log);
            }
            return server.answers();
        });
        return server;
    }

    /** The server started earlier on {@code home}. */
    public static PostgresServer of(Running process, Path home, int port) {
        return new PostgresServer(process, port, Secrets.in(home).get(SUPERUSER));
    }

    public int port() {
        return port;
    }

    public Running process() {
        return process;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Creates a database and a login role that owns it and can reach no other; does nothing when they exist. */
    public void createDatabase(String name, String rolePassword) {
        try (var connection = connect()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                execute(
                        connection,
                        "create role \"" + name + "\" login password '" + rolePassword.replace("'", "''") + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database \"" + name + "\" owner \"" + name + "\"");
            }
            execute(connection, "revoke all on database \"" + name + "\" from public");
            execute(connection, "revoke connect on database postgres from public");
            execute(connection, "revoke connect on database template1 from public");
        } catch (SQLException e) {
            throw new Trouble("Could not create the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** As the superuser, on the database {@code postgres}. */
    public Connection connect() throws SQLException {
        return connect("postgres");
    }

    /** As the superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    /** Ends the server: open sessions are cut, what is committed stays. */
    public void stop() {
        process.signal("INT", Duration.ofSeconds(20));
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void initialise(Path programs, Path data, String password, Path home) {
        try {
            var passwordFile = home.resolve("superuser.pw");
            Files.writeString(passwordFile, password);
            Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
            var command = new ArrayList<>(asNobody());
            command.addAll(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "-D",
                    data.toString(),
                    "-U",
                    SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C.UTF-8"));
            var initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(initdb.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            int code = initdb.waitFor();
            Files.delete(passwordFile);
            if (code != 0) {
                throw new Trouble("PostgreSQL could not create its data in " + data + ": " + said.strip());
            }
        } catch (IOException e) {
            throw new Trouble("Could not create PostgreSQL's data in " + data + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    /** PostgreSQL refuses to be root. In a user namespace of its own it is nobody, and no account is needed. */
    private static List<String> asNobody() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    /** After kill -9 the old id may belong to another process by now, and the server would believe it to be itself. */
    private static void forgetDeadServer(Path data) {
        try {
            var lock = data.resolve("postmaster.pid");
            if (Files.exists(lock)) {
                long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
                boolean lives = ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().command())
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent();
                if (lives) {
                    throw new Trouble("A PostgreSQL (process " + pid + ") still runs on " + data + ": end it first.");
                }
                Files.delete(lock);
            }
        } catch (IOException | NumberFormatException e) {
            throw new Trouble("Could not read " + data + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
