package io.lodestone.query.known.ledger;

import static java.time.ZoneOffset.UTC;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is missing of the days in the past of the live generation, from the first one that is not kept to yesterday,
 * in short steps. Whoever writes the ledger waits for one step at most.
 */
@ApplicationScoped
class DaysMaking {

    /** Of one step; a day with more entries is a step of its own. */
    private static final int ENTRIES_MAX = 4_000;

    private static final int SECONDS_MAX = 600;

    private final DataSource database;
    private final Generations generations;
    private final Clock clock;

    DaysMaking(DataSource database, Generations generations, Clock clock) {
        this.database = database;
        this.generations = generations;
        this.clock = clock;
    }

    /** Up to where a step came. */
    record Kept(Generation generation, LocalDate through) {}

    /** Whether a rebuild runs: the live generation is about to be replaced, and the rebuild needs the server. */
    boolean isBeingRebuilt() {
        return inTransaction(connection -> {
            try (var select = connection.prepareStatement(
                            "select exists (select from read_model_rebuild where status = 'RUNNING')");
                    var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    /** Whether entries of past days have rested for so long. */
    boolean isQuiet(Duration rest) {
        return inTransaction(connection -> {
            try (var select =
                    connection.prepareStatement("select clock_timestamp() - forgotten_at > ? * interval '1 ms'"
                            + " from exposure_days_kept natural join live_generation")) {
                select.setLong(1, rest.toMillis());
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            }
        });
    }

    /**
     * Makes the next days.
     *
     * @param before where the step before came to, null for the first one
     * @return where this one came to; empty when nothing is missing, or somebody else was at it since the step before
     */
    Optional<Kept> step(@Nullable Kept before) {
        return inTransaction(connection -> {
            generations.lock(connection);
            var kept = kept(connection);
            var last = LocalDate.ofInstant(clock.instant(), UTC).minusDays(1);
            if (before != null && !before.equals(kept) || !kept.through().isBefore(last)) {
                return Optional.empty();
            }
            var until = until(connection, kept, last);
            var days = new Days(connection, kept.generation());
            days.forgetAfter(kept.through());
            days.add(kept.through(), until);
            keep(connection, kept.generation(), until);
            return Optional.of(new Kept(kept.generation(), until));
        });
    }

    private Kept kept(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select generation, through from exposure_days_kept natural join live_generation");
                var row = select.executeQuery()) {
            row.next();
            return new Kept(new Generation(row.getInt(1)), row.getObject(2, LocalDate.class));
        }
    }

    /** The last day up to which there is not too much to do, at least the first one that has entries. */
    private static LocalDate until(Connection connection, Kept kept, LocalDate last) throws SQLException {
        var missing = "(select effective_on from " + kept.generation().table("exposure_entry")
                + " where effective_on > ? and effective_on <= ? order by effective_on offset ? limit 1)";
        try (var select = connection.prepareStatement("select " + missing + ", " + missing)) {
            for (int i = 0; i < 2; i++) {
                select.setObject(1 + 3 * i, kept.through());
                select.setObject(2 + 3 * i, last);
                select.setInt(3 + 3 * i, i * ENTRIES_MAX);
            }
            try (var row = select.executeQuery()) {
                row.next();
                var first = row.getObject(1, LocalDate.class);
                var tooFar = row.getObject(2, LocalDate.class);
                if (tooFar == null) {
                    return last;
                }
                return tooFar.isAfter(first) ? tooFar.minusDays(1) : first;
            }
        }
    }

    private static void keep(Connection connection, Generation generation, LocalDate through) throws SQLException {
        try (var update =
                connection.prepareStatement("update exposure_days_kept set through = ? where generation = ?")) {
            update.setObject(1, through);
            update.setInt(2, generation.id());
            update.executeUpdate();
        }
    }

    @FunctionalInterface
    private interface Work<R> {
        R in(Connection connection) throws SQLException;
    }

    private <R> R inTransaction(Work<R> work) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS_MAX).call(() -> {
            try (var connection = database.getConnection()) {
                return work.in(connection);
            }
        });
    }
}
