package io.lodestone.notifications.following;

import io.lodestone.notifications.delivery.Attempt;
import io.lodestone.notifications.delivery.DeliveryStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads deliveries with their attempts. */
@ApplicationScoped
class DeliveryLog {

    private static final String NEWEST = """
            select d.*, m.type from delivery d join message m on m.event_id = d.event_id
            where d.subscription_id = ? and d.seq < coalesce(
                (select seq from delivery last where last.subscription_id = d.subscription_id and last.id = ?), 9223372036854775807)
            order by d.seq desc limit ?
            """;

    private static final String ATTEMPTS =
            "select * from attempt where delivery_id = any (?) order by delivery_id, number";

    private final DataSource database;

    DeliveryLog(DataSource database) {
        this.database = database;
    }

    /** Newest first. @param after the last one of the page before */
    List<DeliveryView> of(UUID subscription, Optional<UUID> after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEWEST)) {
            select.setObject(1, subscription);
            select.setObject(2, after.orElse(null), java.sql.Types.OTHER);
            select.setInt(3, limit);
            var rows = select.executeQuery();
            var found = new ArrayList<DeliveryView>();
            while (rows.next()) {
                found.add(delivery(rows));
            }
            return withAttempts(connection, found);
        } catch (SQLException e) {
            throw new IllegalStateException("could not read deliveries: " + e.getMessage(), e);
        }
    }

    private static List<DeliveryView> withAttempts(Connection connection, List<DeliveryView> found)
            throws SQLException {
        var attempts = attempts(connection, found.stream().map(DeliveryView::id).toArray(UUID[]::new));
        return found.stream()
                .map(one -> new DeliveryView(
                        one.id(),
                        one.webhookId(),
                        one.factId(),
                        one.type(),
                        one.subject(),
                        one.status(),
                        attempts.getOrDefault(one.id(), List.of()),
                        one.nextAttemptAt(),
                        one.reason(),
                        one.createdAt(),
                        one.version()))
                .toList();
    }

    private static Map<UUID, List<Attempt>> attempts(Connection connection, UUID[] deliveries) throws SQLException {
        try (var select = connection.prepareStatement(ATTEMPTS)) {
            select.setArray(1, connection.createArrayOf("uuid", deliveries));
            var rows = select.executeQuery();
            var attempts = new HashMap<UUID, List<Attempt>>();
            while (rows.next()) {
                attempts.computeIfAbsent(rows.getObject("delivery_id", UUID.class), _ -> new ArrayList<>())
                        .add(attempt(rows));
            }
            return attempts;
        }
    }

    private static DeliveryView delivery(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var created = moment(row, "created_at");
        return new DeliveryView(
                id,
                "msg_" + id,
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("subject", UUID.class),
                DeliveryStatus.valueOf(row.getString("status")),
                List.of(),
                moment(row, "next_attempt_at"),
                row.getString("reason"),
                created == null ? Instant.EPOCH : created,
                row.getInt("attempts") + 1L);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        var at = moment(row, "at");
        return new Attempt(
                at == null ? Instant.EPOCH : at,
                row.getObject("status", Integer.class),
                row.getLong("latency_millis"),
                row.getString("answer"),
                row.getString("error"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
