package io.lodestone.query.reconciling;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What runs found, for whoever asks; the gauge {@code lodestone.reconciliation.breaks} counts what is open. */
@ApplicationScoped
class ReconciliationReport {

    private final DataSource database;
    private final Reconciliations runs;
    private final Breaks breaks;

    ReconciliationReport(DataSource database, Reconciliations runs, Breaks breaks, MeterRegistry meters) {
        this.database = database;
        this.runs = runs;
        this.breaks = breaks;
        meters.gauge("lodestone.reconciliation.breaks", this, ReconciliationReport::openBreaks);
    }

    @FunctionalInterface
    private interface Question<R> {
        R ask(Connection connection) throws SQLException;
    }

    List<ReconciliationView> newest() {
        return ask(runs::newest);
    }

    List<BreakView> open() {
        return ask(breaks::open);
    }

    /** @throws ProblemException 404 when there is none */
    ReconciliationView find(UUID id) {
        return ask(connection -> runs.find(connection, id))
                .orElseThrow(() -> new ProblemException(Problem.of(404, "not-found", "There is no such run.")));
    }

    /** Empty before the first one. */
    Optional<Instant> lastEnded() {
        return ask(connection -> {
            try (var select = connection.prepareStatement(
                            "select max(ended_at) from reconciliation where status in ('EQUAL', 'DIFFERENT')");
                    var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        });
    }

    /** Not a number while the database does not say. */
    private double openBreaks() {
        try {
            return open().size();
        } catch (IllegalStateException e) {
            return Double.NaN;
        }
    }

    private <R> R ask(Question<R> question) {
        try (var connection = database.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("what was reconciled could not be read", e);
        }
    }
}
