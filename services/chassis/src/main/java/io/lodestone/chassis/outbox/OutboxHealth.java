package io.lodestone.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows how much waits to be sent. A backlog is no reason to stop taking commands, so this stays UP. */
@Readiness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private final DataSource database;
    private final Clock clock;

    OutboxHealth(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("outbox");
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select unsent, oldest from outbox_waiting()");
                var row = select.executeQuery()) {
            row.next();
            var oldest = row.getTimestamp(2);
            var age = oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), clock.instant());
            return health.up()
                    .withData("unsent", row.getLong(1))
                    .withData("oldestUnsentMillis", age.toMillis())
                    .build();
        } catch (SQLException e) {
            return health.down()
                    .withData("cause", "the database does not answer")
                    .build();
        }
    }
}
