package io.lodestone.deals.totalling;

import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the runs there were. */
@ApplicationScoped
class PublishedTotals {

    private final DataSource database;
    private final Runs runs;

    PublishedTotals(DataSource database, Runs runs) {
        this.database = database;
        this.runs = runs;
    }

    Page<ControlTotalsView> list(PageRequest page) {
        try (var connection = database.getConnection()) {
            var found = runs.list(connection, page.after().orElse(null), page.limit() + 1);
            return Page.of(found, page, ControlTotalsView::id);
        } catch (SQLException e) {
            throw new IllegalStateException("the runs could not be read", e);
        }
    }

    /** @throws ProblemException 404 when there is none */
    ControlTotalsView read(UUID id) {
        try (var connection = database.getConnection()) {
            return runs.find(connection, id)
                    .orElseThrow(() -> new ProblemException(Problem.of(404, "not-found", "There is no such run.")));
        } catch (SQLException e) {
            throw new IllegalStateException("the run could not be read", e);
        }
    }
}
