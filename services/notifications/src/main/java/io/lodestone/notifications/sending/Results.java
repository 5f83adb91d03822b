package io.lodestone.notifications.sending;

import static io.lodestone.notifications.sending.DueDeliveries.utc;

import io.lodestone.notifications.delivery.Attempt;
import io.lodestone.notifications.delivery.DeliveryStatus;
import io.lodestone.notifications.delivery.Outcome;
import io.lodestone.notifications.delivery.Outcome.Dead;
import io.lodestone.notifications.delivery.Outcome.Delivered;
import io.lodestone.notifications.delivery.Outcome.Gone;
import io.lodestone.notifications.delivery.Outcome.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Records attempts and what they lead to. */
@ApplicationScoped
class Results {

    /** The attempt is recorded only while the delivery is ours: who was too late leaves the field to the next. */
    private static final String RECORD = """
            with moved as (
                update delivery
                set status = ?, attempts = attempts + 1, next_attempt_at = ?, reason = ?, leased_until = null
                where id = ? and status = 'PENDING' and leased_until = ?
                returning id, attempts)
            insert into attempt (delivery_id, number, at, status, latency_millis, answer, error)
            select id, attempts, ?, ?, ?, ?, ? from moved
            """;

    private static final String DISABLE = """
            update subscription set status = 'DISABLED', reason = ?, version = version + 1, changed_at = ?
            where id = ? and status = 'ACTIVE'
            """;

    private static final String GIVE_UP = """
            update delivery set status = 'DEAD', reason = ?, next_attempt_at = null, leased_until = null
            where subscription_id = ? and status = 'PENDING'
            """;

    private final DataSource database;
    private final Clock clock;

    Results(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public void keep(Due due, Attempt attempt, Outcome outcome) throws SQLException {
        try (var connection = database.getConnection()) {
            switch (outcome) {
                case Delivered _ -> record(connection, due, attempt, DeliveryStatus.DELIVERED, null, null);
                case Retry retry -> record(connection, due, attempt, DeliveryStatus.PENDING, retry.at(), null);
                case Dead dead -> record(connection, due, attempt, DeliveryStatus.DEAD, null, dead.reason());
                case Gone gone -> {
                    record(connection, due, attempt, DeliveryStatus.DEAD, null, gone.reason());
                    disable(connection, due, gone.reason());
                }
            }
        }
    }

    private static void record(
            Connection connection,
            Due due,
            Attempt attempt,
            DeliveryStatus status,
            @Nullable Instant next,
            @Nullable String reason)
            throws SQLException {
        try (var statement = connection.prepareStatement(RECORD)) {
            statement.setString(1, status.name());
            statement.setObject(2, next == null ? null : utc(next), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(3, reason);
            statement.setObject(4, due.id());
            statement.setObject(5, utc(due.leasedUntil()));
            statement.setObject(6, utc(attempt.at()));
            statement.setObject(7, attempt.status(), Types.INTEGER);
            statement.setLong(8, attempt.latencyMillis());
            statement.setString(9, attempt.answer());
            statement.setString(10, attempt.error());
            statement.executeUpdate();
        }
    }

    private void disable(Connection connection, Due due, String reason) throws SQLException {
        try (var disable = connection.prepareStatement(DISABLE);
                var giveUp = connection.prepareStatement(GIVE_UP)) {
            disable.setString(1, reason);
            disable.setObject(2, utc(clock.instant()));
            disable.setObject(3, due.subscription());
            disable.executeUpdate();
            giveUp.setString(1, "the subscription was disabled: " + reason);
            giveUp.setObject(2, due.subscription());
            giveUp.executeUpdate();
        }
    }
}
