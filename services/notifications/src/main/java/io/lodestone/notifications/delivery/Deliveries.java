package io.lodestone.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes deliveries down, in batches and in the caller's transaction. */
@ApplicationScoped
public class Deliveries {

    private static final String MESSAGE =
            "insert into message (event_id, type, body) values (?, ?, ?) on conflict do nothing";

    private static final String DELIVERY = """
            insert into delivery (id, subscription_id, event_id, subject, status, next_attempt_at, created_at)
            select ?, s.id, ?, ?, 'PENDING', ?, ? from subscription s where s.id = ? for key share
            on conflict (subscription_id, event_id) do nothing
            """;

    private final DataSource database;

    Deliveries(DataSource database) {
        this.database = database;
    }

    /** A message and the subscription it goes to, under the delivery's id. */
    public record Fresh(UUID id, UUID subscription, Message message) {}

    /** Writes them in this order. A fact that a subscription has already is stepped over, and one that has ended. */
    public void add(List<Fresh> fresh, Instant now) {
        try (var connection = database.getConnection()) {
            addMessages(connection, fresh);
            addDeliveries(connection, fresh, now.atOffset(ZoneOffset.UTC));
        } catch (SQLException e) {
            throw new IllegalStateException("could not write deliveries: " + e.getMessage(), e);
        }
    }

    private static void addMessages(Connection connection, List<Fresh> fresh) throws SQLException {
        try (var insert = connection.prepareStatement(MESSAGE)) {
            for (var message : fresh.stream().map(Fresh::message).distinct().toList()) {
                insert.setObject(1, message.eventId());
                insert.setString(2, message.type());
                insert.setString(3, message.body());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void addDeliveries(Connection connection, List<Fresh> fresh, OffsetDateTime now)
            throws SQLException {
        try (var insert = connection.prepareStatement(DELIVERY)) {
            for (var delivery : fresh) {
                insert.setObject(1, delivery.id());
                insert.setObject(2, delivery.message().eventId());
                insert.setObject(3, delivery.message().subject());
                insert.setObject(4, now);
                insert.setObject(5, now);
                insert.setObject(6, delivery.subscription());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
