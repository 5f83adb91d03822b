package io.lodestone.chassis.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the keys that a parked fact holds back, ten at most: only they stand still, so this stays UP. DOWN when a
 * partition is stopped because its stored offset does not fit its log.
 */
@Readiness
@ApplicationScoped
class FeedHealth implements HealthCheck {

    private static final int CAUSE_CHARACTERS_MAX = 200;

    private final DataSource database;
    private final Stops stops;

    FeedHealth(DataSource database, Stops stops) {
        this.database = database;
        this.stops = stops;
    }

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("feeds").status(stops.all().isEmpty());
        stops.named().forEach((partition, detail) -> health.withData("stopped " + partition, detail));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select topic, subject, type, version, cause, count(*) over () from parked_fact
                        where status = 'BLOCKING' order by id limit 10
                        """);
                var rows = select.executeQuery()) {
            long held = 0;
            while (rows.next()) {
                var cause = rows.getString(5);
                held = rows.getLong(6);
                health.withData(
                        "held " + rows.getString(1) + " " + rows.getString(2),
                        rows.getString(3) + " version " + rows.getLong(4) + ": "
                                + cause.substring(0, Math.min(cause.length(), CAUSE_CHARACTERS_MAX)));
            }
            return health.withData("keysHeld", held).build();
        } catch (SQLException e) {
            return health.down()
                    .withData("cause", "the database does not answer")
                    .build();
        }
    }
}
