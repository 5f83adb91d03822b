package io.lodestone.testing.backbone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A service's own database, empty when it is made, and the only role that may enter it. */
record ServiceDatabase(String url, String role, String password) {

    private static final String PASSWORD = "for-tests-only";

    /** Makes it, or gives the one that was made for that service before. */
    static ServiceDatabase of(String service) {
        var url = Setting.POSTGRES_URL.value().replaceFirst("/postgres$", "/" + service);
        try (var connection = asSuperuser()) {
            if (!exists(connection, service)) {
                make(connection, service);
            }
            return new ServiceDatabase(url, service, PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException("could not make the database " + service, e);
        }
    }

    private static boolean exists(Connection connection, String service) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, service);
            return query.executeQuery().next();
        }
    }

    /** The name was checked to be lower case letters: PostgreSQL takes no parameters here. */
    private static void make(Connection connection, String service) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create role \"%s\" login password '%s'".formatted(service, PASSWORD));
            statement.execute("create database \"%1$s\" owner \"%1$s\"".formatted(service));
            statement.execute("revoke connect on database \"%s\" from public".formatted(service));
        }
    }

    private static Connection asSuperuser() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", Setting.POSTGRES_USER.value());
        properties.setProperty("password", Setting.POSTGRES_PASSWORD.value());
        return DriverManager.getConnection(Setting.POSTGRES_URL.value(), properties);
    }
}
