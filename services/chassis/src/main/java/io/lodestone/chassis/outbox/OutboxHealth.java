package io.lodestone.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how much waits to be sent. A backlog is no reason to stop taking commands, so this stays UP. With the relay off it
 * says just that: it knows nothing about whoever carries the facts instead.
 */
@Readiness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private final OutboxConfig config;
    private final OutboxWaiting outbox;

    OutboxHealth(OutboxConfig config, OutboxWaiting outbox) {
        this.config = config;
        this.outbox = outbox;
    }

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("outbox");
        try {
            var waiting = outbox.now(); // also with the relay off: commands need the database
            if (!config.relay().enabled()) {
                return health.up().withData("relay", "off").build();
            }
            return health.up()
                    .withData("relay", "on")
                    .withData("unsent", waiting.unsent())
                    .withData("oldestUnsentMillis", waiting.age().toMillis())
                    .build();
        } catch (SQLException e) {
            return health.down()
                    .withData("cause", "the database does not answer")
                    .build();
        }
    }
}
