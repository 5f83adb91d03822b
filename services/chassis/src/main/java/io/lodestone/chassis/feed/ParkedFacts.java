package io.lodestone.chassis.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Facts that could not be taken in. A parked fact that is this service's to understand holds back later facts of its key. */
@ApplicationScoped
public class ParkedFacts {

    private final DataSource database;

    ParkedFacts(DataSource database) {
        this.database = database;
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
            String status,
            Instant parkedAt) {}

    /** At most {@code limit} parked facts with an id above {@code after}, oldest first. */
    public List<ParkedFact> list(long after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select id, topic, partition, record_offset, record_key, headers, cause, status, parked_at
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
                            rows.getString(8),
                            rows.getTimestamp(9).toInstant()));
                }
            }
            return facts;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the parked facts", e);
        }
    }
}
