package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Facts that could not be taken in. A parked fact that is this service's to understand holds back later facts of its key. */
@ApplicationScoped
public class ParkedFacts {

    private final DataSource database;
    private final Clock clock;

    ParkedFacts(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One parked fact. {@code blocksKey}: later facts of its key wait behind it. */
    public record ParkedFact(
            long id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            String headers,
            String cause,
            boolean blocksKey,
            Instant parkedAt) {}

    /** At most {@code limit} parked facts with an id above {@code after}, oldest first. */
    public List<ParkedFact> list(long after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select id, topic, partition, record_offset, record_key, headers, cause, blocks_key, parked_at
                        from parked_fact where id > ? order by id limit ?
                        """)) {
            select.setLong(1, after);
            select.setInt(2, limit);
            var facts = new ArrayList<ParkedFact>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    facts.add(new ParkedFact(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getInt(3),
                            rows.getLong(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getBoolean(8),
                            rows.getTimestamp(9).toInstant()));
                }
            }
            return facts;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the parked facts", e);
        }
    }

    /** The keys of {@code topic} whose later facts have to wait. */
    Set<String> blockedKeys(String topic) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select distinct record_key from parked_fact where topic = ? and blocks_key and record_key is not null")) {
            select.setString(1, topic);
            var keys = new HashSet<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        }
    }

    void park(ConsumerRecord<String, byte[]> message, String cause, boolean blocksKey) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into parked_fact
                            (topic, partition, record_offset, record_key, headers, data, cause, blocks_key, parked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)) {
            insert.setString(1, message.topic());
            insert.setInt(2, message.partition());
            insert.setLong(3, message.offset());
            insert.setString(4, message.key());
            insert.setString(5, headers(message));
            insert.setBytes(6, message.value());
            insert.setString(7, cause.length() > 1000 ? cause.substring(0, 1000) : cause);
            insert.setBoolean(8, blocksKey);
            insert.setTimestamp(9, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    private static String headers(ConsumerRecord<String, byte[]> message) {
        return StreamSupport.stream(message.headers().spliterator(), false)
                .map(header -> header.key() + ": " + (header.value() == null ? "" : new String(header.value(), UTF_8)))
                .collect(Collectors.joining("\n"));
    }
}
