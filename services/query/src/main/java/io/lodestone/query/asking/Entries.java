package io.lodestone.query.asking;

import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import io.lodestone.query.known.ledger.LedgerRow;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The entries behind a figure, newest first. Their sum is the figure. */
@ApplicationScoped
class Entries {

    private final OneMoment moment;

    Entries(OneMoment moment) {
        this.moment = moment;
    }

    /** @throws ProblemException 422 for a filter on a code that does not exist, 400 for a cursor that is over */
    Page<EntryView> of(Question question, Sight sight, PageRequest page) {
        int limit = page.limit();
        return moment.read(question, sight, (connection, freshness) -> {
            var conditions = Conditions.of(question, sight).inCurrency(question.currency());
            if (page.after().isPresent()) {
                before(connection, page.after().get(), conditions, sight);
            }
            return Page.of(read(connection, conditions, limit + 1), page, view -> view.entry()
                    .id());
        });
    }

    private static List<EntryView> read(Connection connection, Conditions conditions, int rowsMax) throws SQLException {
        var sql = "select * from " + Conditions.LEDGER + " where " + conditions.sql()
                + " order by effective_on desc, recorded_at desc, id desc limit " + rowsMax;
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            var entries = new ArrayList<EntryView>();
            while (rows.next()) {
                entries.add(new EntryView(LedgerRow.entry(rows)));
            }
            return entries;
        }
    }

    /** A cursor on an entry that the caller may not see is none. */
    private static void before(Connection connection, UUID cursor, Conditions conditions, Sight sight)
            throws SQLException {
        var named = new Conditions().visibleTo(sight).and("id = ?", (statement, at) -> statement.setObject(at, cursor));
        var sql = "select effective_on, recorded_at from " + Conditions.LEDGER + " where " + named.sql();
        try (var select = named.prepare(connection, sql)) {
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
}
