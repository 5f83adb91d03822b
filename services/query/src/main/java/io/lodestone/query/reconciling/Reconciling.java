package io.lodestone.query.reconciling;

import io.lodestone.chassis.feed.FeedPositions;
import io.lodestone.query.known.ledger.EntriesAnew;
import io.lodestone.query.reconciling.Reconciliations.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** One run: four comparisons over one snapshot of the database, and what they mean, in one transaction. */
@ApplicationScoped
class Reconciling {

    private static final Logger LOG = Logger.getLogger(Reconciling.class);

    /** Whoever has it reconciles, until its transaction ends. */
    private static final long ONE_AT_A_TIME = 0x6c6f6465_7265636fL;

    private static final int SECONDS_MAX = 600;

    private final DataSource database;
    private final Reconciliations runs;
    private final Breaks breaks;
    private final EntriesAnew anew;
    private final FeedPositions positions;
    private final Clock clock;

    Reconciling(
            DataSource database,
            Reconciliations runs,
            Breaks breaks,
            EntriesAnew anew,
            FeedPositions positions,
            Clock clock) {
        this.database = database;
        this.runs = runs;
        this.breaks = breaks;
        this.anew = anew;
        this.positions = positions;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface Work<R> {
        R in(Connection connection) throws SQLException;
    }

    void begin(UUID id, String by) {
        inTransaction(connection -> {
            runs.begin(connection, id, by, clock.instant());
            return id;
        });
    }

    /** Never throws: how it ended stands in its row. */
    void run(UUID id) {
        try {
            var outcome = inTransaction(connection -> reconcile(connection, id));
            LOG.infof("reconciliation %s: %s, %d breaks", id, outcome.status(), outcome.breaks());
        } catch (RuntimeException e) {
            LOG.warnf("reconciliation %s failed: %s", id, e.getMessage());
            fail(id, e);
        }
    }

    private Outcome reconcile(Connection connection, UUID id) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        }
        if (!isAlone(connection)) {
            throw new IllegalStateException("another instance is reconciling");
        }
        var found = new ArrayList<Found>();
        found.add(CellsAgainstEntries.compare(connection));
        found.add(EntriesAgainstFacts.compare(connection, anew));
        found.add(DaysAgainstEntries.compare(connection));
        var control = FactsAgainstTotals.newestRun(connection);
        if (control.isPresent()) {
            found.add(FactsAgainstTotals.compare(connection, control.get()));
        }
        int wrong = found.stream().mapToInt(one -> one.breaks().size()).sum();
        var outcome = new Outcome(
                control.orElse(null),
                positions.read(),
                found.get(0).looked(),
                found.get(1).looked(),
                wrong);
        var now = clock.instant();
        runs.interruptEarlier(connection, id);
        breaks.settle(connection, id, now, found);
        runs.end(connection, id, outcome, now);
        return outcome;
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(" + ONE_AT_A_TIME + ")");
                var row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void fail(UUID id, RuntimeException cause) {
        try {
            inTransaction(connection -> {
                runs.fail(connection, id, String.valueOf(cause.getMessage()), clock.instant());
                return id;
            });
        } catch (RuntimeException e) {
            LOG.warnf("that reconciliation %s failed could not be noted: %s", id, e.getMessage());
        }
    }

    private <R> R inTransaction(Work<R> work) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS_MAX).call(() -> {
            try (var connection = database.getConnection()) {
                return work.in(connection);
            }
        });
    }
}
