package io.lodestone.query.known.ledger;

import static java.time.ZoneOffset.UTC;

import io.lodestone.query.exposure.Fact;
import io.lodestone.query.exposure.Kept;
import io.lodestone.query.exposure.Standing;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The six columns that every kept fact begins with: the subject, then version to recorded_at. */
final class FactColumns {

    private FactColumns() {}

    /** The index of the next parameter. */
    static int set(PreparedStatement insert, Fact fact) throws SQLException {
        insert.setObject(1, fact.subject());
        insert.setLong(2, fact.version());
        insert.setObject(3, fact.id());
        insert.setString(4, fact.type());
        insert.setObject(5, fact.effectiveOn());
        insert.setObject(6, fact.recordedAt().atOffset(UTC));
        return 7;
    }

    static Copy copy(Copy copy, Fact fact) throws SQLException {
        return copy.value(fact.subject())
                .value(fact.version())
                .value(fact.id())
                .value(fact.type())
                .value(fact.effectiveOn())
                .value(fact.recordedAt());
    }

    static <F extends Kept> Standing<F> standing(ResultSet row, F newest) throws SQLException {
        return new Standing<>(
                newest,
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                row.getObject("latest_day", LocalDate.class));
    }

    static Fact get(ResultSet row) throws SQLException {
        return new Fact(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
