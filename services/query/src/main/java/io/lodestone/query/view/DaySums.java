package io.lodestone.query.view;

import io.lodestone.query.exposure.Dimension;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sums of {@link Sums} from what is kept of days in the past, for questions about all that is known: what stood at the
 * end of a day, and what moved from then on. Deals of a place that are divided alike stand together, so the largest of
 * their parts tells how many they are; rows of amounts count no deals.
 */
final class DaySums {

    private static final String ALIKE = "release_class, agency, instrument, program, country, status, currency, split";

    /** The rows are added up over these. */
    private static final Set<Dimension> NOT_KEPT = EnumSet.of(Dimension.OBLIGOR, Dimension.PACKAGE, Dimension.PROJECT);

    private static final String KEPT = """
            select k.through >= ?, (select day from exposure_day where whole and day <= ? order by day desc limit 1)
            from exposure_days_kept k natural join live_generation
            """;

    private DaySums() {}

    /**
     * Which rows come to a day.
     *
     * @param whole a day that is kept whole; {@link LocalDate#MIN} when there is none before
     */
    record Range(LocalDate whole, LocalDate asOf) {

        Conditions in(Conditions conditions) {
            Conditions.Value from = (statement, at) -> statement.setObject(at, whole);
            return conditions.and(
                    "day >= ? and day <= ? and whole = (day = ?)",
                    from,
                    (statement, at) -> statement.setObject(at, asOf),
                    from);
        }
    }

    /** Empty when the days cannot tell. */
    static Optional<Range> range(Connection connection, Question question) throws SQLException {
        if (question.knownAt() != null
                || Stream.concat(question.by().stream(), question.filters().keySet().stream())
                        .anyMatch(NOT_KEPT::contains)) {
            return Optional.empty();
        }
        try (var select = connection.prepareStatement(KEPT)) {
            select.setObject(1, question.asOf());
            select.setObject(2, question.asOf());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1)
                        ? Optional.of(new Range(whole(row.getObject(2, LocalDate.class)), question.asOf()))
                        : Optional.empty();
            }
        }
    }

    private static LocalDate whole(@Nullable LocalDate day) {
        return day == null ? LocalDate.MIN : day;
    }

    /** As {@link Sums#of}. */
    static List<Sum> of(Connection connection, List<Dimension> by, Conditions conditions) throws SQLException {
        return Sums.read(connection, by, conditions, """
                select %1$s, %2$s, sum(deals)::bigint as deals
                from (select %3$s, %2$s, max(presence) as deals
                      from (select %5$s, mineral, segment, %2$s, sum(presence) as presence
                            from exposure_day where %4$s group by %5$s, mineral, segment) part
                      group by %3$s) alike
                group by %1$s order by %6$s
                """.formatted(
                        Sums.keys(by), Sums.RUNGS, ALIKE + Sums.partsOf(by), conditions.sql(), ALIKE, Sums.order(by)));
    }
}
