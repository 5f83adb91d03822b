package io.lodestone.stories;

import io.lodestone.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The services' own databases, each with the service's own password. For one thread. */
final class Databases implements AutoCloseable {

    private static final String SECONDS_TO_CONNECT = "3";
    private static final String SECONDS_TO_ANSWER = "15";

    private final Lodestone lodestone;
    private final Map<Service, Connection> open = new EnumMap<>(Service.class);

    Databases(Lodestone lodestone) {
        this.lodestone = lodestone;
    }

    /** One row of an answer. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @throws SQLException when the database does not answer; the next call connects anew */
    <T> List<T> read(Service service, String sql, Row<T> row) throws SQLException {
        try (var select = connection(service).prepareStatement(sql);
                var rows = select.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(row.read(rows));
            }
            return read;
        } catch (SQLException e) {
            forget(service);
            throw e;
        }
    }

    @Override
    public void close() {
        List.copyOf(open.keySet()).forEach(this::forget);
    }

    private Connection connection(Service service) throws SQLException {
        var there = open.get(service);
        if (there == null) {
            there = connect(lodestone, service);
            open.put(service, there);
        }
        return there;
    }

    /** One of the caller's own, as that service. */
    static Connection connect(Lodestone lodestone, Service service) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", service.title());
        properties.setProperty("password", password(lodestone, service));
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + lodestone.note("postgres.port") + "/" + service.title(), properties);
    }

    private static String password(Lodestone lodestone, Service service) {
        try {
            return Files.readString(lodestone.home().resolve("secrets").resolve(service.title()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(Service service) {
        try (var connection = open.remove(service)) {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            // it is gone already, which is what we want
        }
    }
}
