package io.lodestone.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks the database what waits to be sent, once a second at most, however many ask. */
@ApplicationScoped
class OutboxWaiting {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final DataSource database;
    private final Clock clock;

    private long askedNanos;
    private @Nullable Waiting waiting;

    OutboxWaiting(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param unsent facts, counted up to 100,000
     * @param age    of the oldest of them; zero when there is none
     */
    record Waiting(long unsent, Duration age) {}

    synchronized Waiting now() throws SQLException {
        var known = waiting;
        if (known == null || System.nanoTime() - askedNanos > FRESH.toNanos()) {
            known = ask();
            waiting = known;
            askedNanos = System.nanoTime();
        }
        return known;
    }

    private Waiting ask() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select unsent, oldest from outbox_waiting()");
                var row = select.executeQuery()) {
            row.next();
            var oldest = row.getTimestamp(2);
            var age = oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), clock.instant());
            return new Waiting(row.getLong(1), age.isNegative() ? Duration.ZERO : age);
        }
    }
}
