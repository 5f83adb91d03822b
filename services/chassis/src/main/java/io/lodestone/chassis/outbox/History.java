package io.lodestone.chassis.outbox;

import io.lodestone.contracts.envelope.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What this service ever recorded about a subject. */
@ApplicationScoped
public class History {

    private static final String SELECT = """
            select id, type, version, recorded_at, actor, traceparent, data
            from fact where topic = ? and subject = ? and version > ? order by version limit ?
            """;

    private final DataSource database;

    History(DataSource database) {
        this.database = database;
    }

    /** At most {@code limit} facts after version {@code after}, oldest first. */
    public List<RecordedFact.CloudEvent> of(Topic<?> topic, UUID subject, long after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setString(1, topic.name());
            select.setObject(2, subject);
            select.setLong(3, after);
            select.setInt(4, limit);
            var events = new ArrayList<RecordedFact.CloudEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(fact(topic, subject, rows).cloudEvent());
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the history of " + subject, e);
        }
    }

    private static RecordedFact fact(Topic<?> topic, UUID subject, ResultSet row) throws SQLException {
        return new RecordedFact(
                topic.name(),
                topic.source(),
                row.getObject("id", UUID.class),
                row.getString("type"),
                subject,
                row.getLong("version"),
                row.getTimestamp("recorded_at").toInstant(),
                new Provenance(row.getString("actor"), row.getString("traceparent")),
                row.getString("data"));
    }
}
