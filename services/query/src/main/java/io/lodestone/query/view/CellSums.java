package io.lodestone.query.view;

import io.lodestone.query.exposure.Dimension;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The sums of {@link Sums} from the cells that are kept, for questions about all that is known. All deals of a place, which
 * is a cell but for mineral and segment, are split in the same way: its project's newest one. So the largest of its cells
 * tells how many deals there are, and a deal with parts in many cells counts once.
 */
final class CellSums {

    private static final String PLACE = "release_class, agency, instrument, program, country, obligor, obligor_lei,"
            + " package_id, project_id, status, currency";

    private CellSums() {}

    /** Whether the cells can tell: they hold everything known, and nothing of it takes effect after the day asked for. */
    static boolean canTell(Connection connection, Question question) throws SQLException {
        if (question.knownAt() != null) {
            return false;
        }
        // the last one by its index: asked whether there is a later one, PostgreSQL may well read all to find that
        // there is none
        try (var select = connection.prepareStatement(
                        "select effective_on from exposure_entry_row order by effective_on desc limit 1");
                var row = select.executeQuery()) {
            return !row.next() || !row.getObject(1, LocalDate.class).isAfter(question.asOf());
        }
    }

    /** As {@link Sums#of}. */
    static List<Sum> of(Connection connection, List<Dimension> by, Conditions conditions) throws SQLException {
        return Sums.read(connection, by, conditions, """
                select %1$s, %2$s, sum(deals)::bigint as deals
                from (select %3$s, %2$s, max(presence) as deals from exposure_cell where %4$s group by %3$s) place
                group by %1$s order by %5$s
                """.formatted(
                        Sums.keys(by), Sums.RUNGS, PLACE + Sums.partsOf(by), conditions.sql(), Sums.order(by)));
    }
}
