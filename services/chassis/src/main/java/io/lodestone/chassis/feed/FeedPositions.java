package io.lodestone.chassis.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
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
        var positions = new TreeMap<String, Map<Integer, Long>>();
        all().forEach((partition, position) -> positions
                .computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.partition(), position.next()));
        return positions;
    }

    /** @throws IllegalStateException when the database does not answer */
    Map<TopicPartition, Position> all() {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select topic, partition, next_offset, topic_id from feed_offset");
                var rows = select.executeQuery()) {
            var positions = new HashMap<TopicPartition, Position>();
            while (rows.next()) {
                positions.put(
                        new TopicPartition(rows.getString(1), rows.getInt(2)),
                        new Position(rows.getLong(3), rows.getString(4)));
            }
            return positions;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the feed positions", e);
        }
    }

    /** Stores where a partition is begun, unless that is stored already, and the id of its topic where that is not. */
    void begin(TopicPartition partition, LogExtent log) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into feed_offset (topic, partition, next_offset, topic_id) values (?, ?, ?, ?)
                        on conflict (topic, partition) do update set topic_id = excluded.topic_id
                        where feed_offset.topic_id is null
                        """)) {
            insert.setString(1, partition.topic());
            insert.setInt(2, partition.partition());
            insert.setLong(3, log.beginning());
            insert.setString(4, log.topicId());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("could not store where " + partition + " begins", e);
        }
    }

    /**
     * Forgets how far a topic is heard, so that it is heard from its beginning; what was forgotten stays on record.
     * Answers how many partitions that were.
     */
    int restart(String topic, String by, String reason) {
        try (var connection = database.getConnection();
                var call = connection.prepareStatement("select feed_restart(?, ?, ?)")) {
            call.setString(1, topic);
            call.setString(2, by);
            call.setString(3, reason);
            try (var answer = call.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not restart " + topic, e);
        }
    }
}
