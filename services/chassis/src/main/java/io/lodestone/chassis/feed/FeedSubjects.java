package io.lodestone.chassis.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The newest version heard of each subject, so that a fact sent twice has its effect once. */
@ApplicationScoped
class FeedSubjects {

    private final DataSource database;

    FeedSubjects(DataSource database) {
        this.database = database;
    }

    Map<UUID, Long> versions(String topic, Collection<UUID> subjects) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select subject, version from feed_subject where topic = ? and subject = any(?)")) {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
            var versions = new HashMap<UUID, Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
            return versions;
        }
    }

    void remember(String topic, Map<UUID, Long> versions) throws SQLException {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into feed_subject (topic, subject, version) select ?, * from unnest(?, ?)
                        on conflict (topic, subject) do update set version = excluded.version
                        """)) {
            upsert.setString(1, topic);
            upsert.setArray(
                    2, connection.createArrayOf("uuid", versions.keySet().toArray()));
            upsert.setArray(
                    3, connection.createArrayOf("bigint", versions.values().toArray()));
            upsert.executeUpdate();
        }
    }
}
