package io.lodestone.query.asking;

import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Cell;
import io.lodestone.query.exposure.DealDimensions;
import io.lodestone.query.exposure.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The entries behind a figure, newest first. Their sum is the figure. */
@ApplicationScoped
class Entries {

    private final DataSource database;
    private final KnownCodes codes;

    Entries(DataSource database, KnownCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    /** @throws ProblemException 422 for a filter on a code that does not exist, 400 for a cursor that is over */
    @Transactional
    Page<EntryView> of(Question question, Sight sight, PageRequest page) {
        int limit = page.limit();
        try (var connection = database.getConnection()) {
            OneMoment.begin(connection);
            codes.check(connection, question, sight);
            var conditions = Conditions.of(question, sight).inCurrency(question.currency());
            if (page.after().isPresent()) {
                before(connection, page.after().get(), conditions);
            }
            return Page.of(read(connection, conditions, limit + 1), page, view -> view.entry()
                    .id());
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be read", e);
        }
    }

    private static List<EntryView> read(Connection connection, Conditions conditions, int rowsMax) throws SQLException {
        var sql = "select * from exposure_entry where " + conditions.sql()
                + " order by effective_on desc, recorded_at desc, id desc limit " + rowsMax;
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            var entries = new ArrayList<EntryView>();
            while (rows.next()) {
                entries.add(new EntryView(entry(rows)));
            }
            return entries;
        }
    }

    private static void before(Connection connection, UUID cursor, Conditions conditions) throws SQLException {
        try (var select =
                connection.prepareStatement("select effective_on, recorded_at from exposure_entry where id = ?")) {
            select.setObject(1, cursor);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new ProblemException(Problem.of(
                                    400,
                                    "malformed",
                                    "after names an entry that is no more: a later fact restated it. Begin anew.")
                            .violation("after", "names an entry that is no more"));
                }
                var day = row.getObject(1, LocalDate.class);
                var recordedAt = row.getObject(2, OffsetDateTime.class);
                conditions.and(
                        "(effective_on, recorded_at, id) < (?, ?, ?)",
                        (statement, at) -> statement.setObject(at, day),
                        (statement, at) -> statement.setObject(at, recordedAt),
                        (statement, at) -> statement.setObject(at, cursor));
            }
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("deal_id", UUID.class),
                row.getString("reference"),
                row.getString("release_class"),
                row.getObject("fact_id", UUID.class),
                row.getString("type"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new Cell(
                        new DealDimensions(
                                row.getString("agency"),
                                row.getString("instrument"),
                                row.getString("program"),
                                row.getObject("project_id", UUID.class),
                                row.getObject("package_id", UUID.class),
                                row.getString("obligor"),
                                row.getString("obligor_lei"),
                                row.getString("status"),
                                row.getString("currency")),
                        row.getString("country"),
                        row.getString("mineral"),
                        row.getString("segment")),
                Exposure.measures(row),
                row.getInt("presence"));
    }
}
