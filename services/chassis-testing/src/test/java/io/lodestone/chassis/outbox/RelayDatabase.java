package io.lodestone.chassis.outbox;

import io.lodestone.testing.backbone.Backbone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A database of the test's own on the shared PostgreSQL. */
record RelayDatabase(String url, String user, String password) {

    static RelayDatabase empty(String name) {
        var backbone = new Backbone();
        backbone.init(Map.of("service", name));
        var settings = backbone.start();
        return new RelayDatabase(
                Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url")),
                Objects.requireNonNull(settings.get("quarkus.datasource.username")),
                Objects.requireNonNull(settings.get("quarkus.datasource.password")));
    }

    /** With the outbox that every service has. */
    static RelayDatabase withOutbox(String name) throws SQLException, IOException {
        var database = empty(name);
        try (var writer = database.writer()) {
            for (var script : List.of("V0001__chassis", "V0002__debezium", "V0006__outbox_waiting_in_a_look")) {
                try (var migration = OutboxSession.class.getResourceAsStream("/db/chassis/" + script + ".sql")) {
                    writer.execute(
                            new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            writer.commit();
        }
        return database;
    }

    OutboxSession session(int pageRows) throws SQLException {
        return new OutboxSession(connect(), pageRows);
    }

    Writer writer() throws SQLException {
        return new Writer(connect());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
