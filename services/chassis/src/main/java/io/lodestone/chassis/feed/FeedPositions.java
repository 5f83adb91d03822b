package io.lodestone.chassis.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** How far this service has heard, partition by partition. Lives in the service's own database, beside the effects. */
@ApplicationScoped
public class FeedPositions {

    private final DataSource database;

    FeedPositions(DataSource database) {
        this.database = database;
    }

    /** Topic to partition to the next offset to be heard. */
    public Map<String, Map<Integer, Long>> read() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select topic, partition, next_offset from feed_offset");
                var rows = select.executeQuery()) {
            var positions = new TreeMap<String, Map<Integer, Long>>();
            while (rows.next()) {
                positions
                        .computeIfAbsent(rows.getString(1), topic -> new TreeMap<>())
                        .put(rows.getInt(2), rows.getLong(3));
            }
            return positions;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the feed positions", e);
        }
    }

    OptionalLong find(TopicPartition partition) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select next_offset from feed_offset where topic = ? and partition = ?")) {
            select.setString(1, partition.topic());
            select.setInt(2, partition.partition());
            try (var row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    void begin(TopicPartition partition, long offset) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into feed_offset (topic, partition, next_offset) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, partition.topic());
            insert.setInt(2, partition.partition());
            insert.setLong(3, offset);
            insert.executeUpdate();
        }
    }
}
