package io.lodestone.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The facts that one service keeps after they were sent: whole days in UTC, dropped one by one from the oldest. */
record KeptFacts(PostgresServer postgres, String service) {

    private static final String OLDEST_DAY = """
            select min(right(c.relname, 8)) from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = to_regclass('outbox')
            """;

    private static final String GONE = "select exists (select from fact where recorded_at >= ? and recorded_at < ?)";

    private static final String RELAY = """
            select exists (select from pg_stat_activity
                where application_name = 'outbox-relay' and datname = current_database())
            """;

    /** @throws Trouble when facts recorded since {@code since} are no longer kept for sending, or none were ever */
    void mustReachBackTo(Instant since) {
        with(connection -> {
            var oldest = oldestDay(connection);
            try (var gone = connection.prepareStatement(GONE)) {
                gone.setObject(1, utc(since));
                gone.setObject(2, utc(oldest.atStartOfDay(ZoneOffset.UTC).toInstant()));
                if (answer(gone, Boolean.class)) {
                    throw new Trouble("The service " + service + " keeps its sent facts from " + oldest
                            + " on: say --from " + oldest
                            + " or later. Older ones stand in its table fact, for ever.");
                }
            }
            return oldest;
        });
    }

    /** True when the service's relay, or one that waits to lead, is connected. */
    boolean hasRelay() {
        return with(connection -> {
            try (var relay = connection.prepareStatement(RELAY)) {
                return answer(relay, Boolean.class);
            }
        });
    }

    /** How many facts go again. */
    long sendAgain(Instant since) {
        return with(connection -> {
            try (var refill = connection.prepareStatement("select outbox_refill(?)")) {
                refill.setObject(1, utc(since));
                return answer(refill, Long.class);
            }
        });
    }

    private LocalDate oldestDay(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(OLDEST_DAY);
                var row = select.executeQuery()) {
            var day = row.next() ? row.getString(1) : null;
            if (day == null) {
                throw new Trouble(
                        "The service " + service + " has no outbox yet: it was never started. Run ./lodestone up.");
            }
            return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
        }
    }

    private <T> T with(Work<T> work) {
        try (var connection = postgres.connect(service)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new Trouble("The database of " + service + " did not answer: " + e.getMessage(), e);
        }
    }

    private static <T> T answer(PreparedStatement select, Class<T> type) throws SQLException {
        try (var row = select.executeQuery()) {
            row.next();
            return row.getObject(1, type);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
