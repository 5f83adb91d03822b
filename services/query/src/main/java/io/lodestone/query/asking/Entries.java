package io.lodestone.query.asking;

import static java.time.ZoneOffset.UTC;

import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import io.lodestone.query.known.ledger.LedgerRow;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The entries behind a figure, newest first. Their sum is the figure. */
@ApplicationScoped
class Entries {

    private final OneMoment moment;

    Entries(OneMoment moment) {
        this.moment = moment;
    }

    /** @throws ProblemException 422 for a filter on a code that does not exist, 400 for a cursor that is none */
    Page<EntryView> of(Question question, Sight sight, PageRequest page) {
        int limit = page.limit();
        return moment.read(question, sight, (connection, freshness) -> {
            var conditions = Conditions.of(question, sight).inCurrency(question.currency());
            page.after(Cursor::read).ifPresent(cursor -> cursor.addTo(conditions));
            return Page.of(read(connection, conditions, limit + 1), page, Cursor::of);
        });
    }

    /** Where a page ended: the place of its last entry in their order, which stays when the entry is told anew. */
    private record Cursor(LocalDate day, Instant recordedAt, UUID id) {

        private static final String SEPARATOR = "/";

        /** Years of four digits: others may be none for the database. */
        private static final Pattern FORM = Pattern.compile("[0-9]{4}-[^/]+/[0-9]{4}-[^/]+/[^/]+");

        static Cursor of(EntryView view) {
            var entry = view.entry();
            return new Cursor(entry.effectiveOn(), entry.recordedAt(), entry.id());
        }

        static Cursor read(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new IllegalArgumentException("not a day, a moment and an id");
            }
            var parts = text.split(SEPARATOR);
            return new Cursor(LocalDate.parse(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        }

        void addTo(Conditions conditions) {
            conditions.and(
                    "(effective_on, recorded_at, id) < (?, ?, ?)",
                    (statement, at) -> statement.setObject(at, day),
                    (statement, at) -> statement.setObject(at, recordedAt.atOffset(UTC)),
                    (statement, at) -> statement.setObject(at, id));
        }

        @Override
        public String toString() {
            return day + SEPARATOR + recordedAt + SEPARATOR + id;
        }
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
}
