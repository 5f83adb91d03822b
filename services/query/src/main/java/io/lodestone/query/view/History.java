package io.lodestone.query.view;

import static java.util.stream.Collectors.joining;

import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.known.ledger.LedgerRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exposure on several days, from one pass over the ledger: what moved between them, added up day by day. */
public final class History {

    private History() {}

    /**
     * The sums on each day, in the order of the days; cells that are empty on a day are left out of it.
     *
     * @param days       ascending; entries after the last one must be kept out by {@code conditions}
     * @param conditions with the currency
     */
    public static List<List<Sum>> of(
            Connection connection, List<Dimension> by, List<LocalDate> days, Conditions conditions)
            throws SQLException {
        var running = new LinkedHashMap<Map<String, @Nullable String>, Sum>();
        var onDays = new ArrayList<List<Sum>>();
        try (var select = conditions.prepare(connection, sql(by, days, conditions));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                for (int before = onDays.size(); before < rows.getInt("moved_by"); before++) {
                    onDays.add(standing(running));
                }
                var change = new Sum(
                        Sums.labels(rows, by),
                        rows.getString("currency"),
                        LedgerRow.measures(rows),
                        rows.getLong("deals"));
                running.merge(change.labels(), change, Sum::plus);
            }
        }
        while (onDays.size() < days.size()) {
            onDays.add(standing(running));
        }
        return onDays;
    }

    /**
     * An entry moves the first day that is not before it. A deal counts in a cell from the day it came into it to the
     * day it left: presence after a movement less presence before it.
     */
    private static String sql(List<Dimension> by, List<LocalDate> days, Conditions conditions) {
        var thresholds = days.stream().map(LocalDate::toString).collect(joining(","));
        return """
                select %1$s, moved_by, %2$s,
                       sum((stood + moved > 0)::int - (stood > 0)::int) as deals
                from (select *, sum(moved) over (partition by deal_id, %1$s order by moved_by) - moved as stood
                      from (select deal_id, %1$s, width_bucket(effective_on - 1, '{%3$s}'::date[]) as moved_by,
                                   %2$s, sum(presence) as moved
                            from %5$s where %4$s group by deal_id, %1$s, moved_by) by_deal) standing
                group by %1$s, moved_by order by moved_by
                """.formatted(Sums.keys(by), Sums.RUNGS, thresholds, conditions.sql(), Conditions.LEDGER);
    }

    private static List<Sum> standing(Map<Map<String, @Nullable String>, Sum> running) {
        return running.values().stream()
                .filter(sum -> !sum.isNothing())
                .sorted(Sum.BY_LABELS)
                .toList();
    }
}
