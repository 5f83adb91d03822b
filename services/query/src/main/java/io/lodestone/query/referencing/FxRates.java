package io.lodestone.query.referencing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.chassis.http.Imported;
import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.contracts.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code fx_rate}. */
@ApplicationScoped
class FxRates {

    private static final String UPSERT = """
            insert into fx_rate (base, currency, day, rate, source_url, seen_on, confidence, note)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (currency, base, day) do update
            set (rate, source_url, seen_on, confidence, note) =
                (excluded.rate, excluded.source_url, excluded.seen_on, excluded.confidence, excluded.note)
            where (fx_rate.rate, fx_rate.source_url, fx_rate.seen_on, fx_rate.confidence, fx_rate.note)
                is distinct from
                (excluded.rate, excluded.source_url, excluded.seen_on, excluded.confidence, excluded.note)
            returning (xmax = 0) as created
            """;

    private final DataSource database;
    private final Clock clock;

    FxRates(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keyed by base, currency and day. @throws ProblemException 422 for a day that has not been */
    Imported take(FxRateLine line) {
        if (line.day().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw new ProblemException(Problem.invalid("day", "is in the future: nobody has published a rate for it"));
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT)) {
            set(upsert, line);
            try (var row = upsert.executeQuery()) {
                var status = !row.next()
                        ? Imported.Status.UNCHANGED
                        : row.getBoolean(1) ? Imported.Status.CREATED : Imported.Status.UPDATED;
                return new Imported(status, id(line));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a rate could not be stored", e);
        }
    }

    private static void set(PreparedStatement upsert, FxRateLine line) throws SQLException {
        upsert.setString(1, line.base());
        upsert.setString(2, line.currency());
        upsert.setObject(3, line.day());
        upsert.setBigDecimal(4, line.rate());
        upsert.setString(5, line.source().url());
        upsert.setObject(6, line.source().seenOn());
        upsert.setString(7, line.source().confidence().name());
        upsert.setString(8, line.note());
    }

    private static UUID id(FxRateLine line) {
        return UUID.nameUUIDFromBytes((line.base() + "|" + line.currency() + "|" + line.day()).getBytes(UTF_8));
    }

    /** Newest first. @param latest the last day of interest */
    @Transactional
    List<FxRateLine> of(String currency, LocalDate latest, int most) {
        try (var connection = database.getConnection()) {
            return read(connection, currency, latest, most);
        } catch (SQLException e) {
            throw new IllegalStateException("rates could not be read", e);
        }
    }

    private static List<FxRateLine> read(Connection connection, String currency, LocalDate latest, int most)
            throws SQLException {
        try (var select =
                connection.prepareStatement("select base, day, rate, source_url, seen_on, confidence, note from fx_rate"
                        + " where currency = ? and day <= ? order by day desc, base limit ?")) {
            select.setString(1, currency);
            select.setObject(2, latest);
            select.setInt(3, most);
            var lines = new ArrayList<FxRateLine>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(new FxRateLine(
                            rows.getString("base"),
                            currency,
                            rows.getObject("day", LocalDate.class),
                            rows.getBigDecimal("rate"),
                            new Source(
                                    rows.getString("source_url"),
                                    rows.getObject("seen_on", LocalDate.class),
                                    Source.Confidence.valueOf(rows.getString("confidence"))),
                            rows.getString("note")));
                }
            }
            return lines;
        }
    }
}
