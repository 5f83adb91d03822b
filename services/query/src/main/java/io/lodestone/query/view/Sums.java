package io.lodestone.query.view;

import static java.util.stream.Collectors.joining;

import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.known.ledger.LedgerRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exact sums over the ledger. */
public final class Sums {

    /** One sum per rung. */
    public static final String RUNGS = Arrays.stream(Measure.values())
            .map(measure -> "sum(" + measure.column() + ") as " + measure.column())
            .collect(joining(", "));

    private Sums() {}

    /**
     * One sum per combination and currency that is not empty. Deal by deal first, so that a deal with parts in many
     * cells of the ledger counts once in a cell of the answer.
     */
    public static List<Sum> of(Connection connection, List<Dimension> by, Conditions conditions) throws SQLException {
        var keys = keys(by);
        var sql = """
                select %1$s, %2$s, count(*) filter (where presence > 0) as deals
                from (select deal_id, %1$s, %2$s, sum(presence) as presence
                      from %5$s where %3$s group by deal_id, %1$s) by_deal
                group by %1$s order by %4$s
                """.formatted(keys, RUNGS, conditions.sql(), order(by), Conditions.LEDGER);
        return read(connection, by, conditions, sql);
    }

    /** @param sql answers with the keys, the rungs and how many deals; holds the conditions and no other question mark */
    static List<Sum> read(Connection connection, List<Dimension> by, Conditions conditions, String sql)
            throws SQLException {
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            var sums = new ArrayList<Sum>();
            while (rows.next()) {
                var sum = new Sum(
                        labels(rows, by), rows.getString("currency"), LedgerRow.measures(rows), rows.getLong("deals"));
                if (!sum.isNothing()) {
                    sums.add(sum);
                }
            }
            return sums;
        }
    }

    /** The undivided figure in {@code currency}, zero where there is nothing. */
    public static Sum total(Connection connection, Conditions conditions, String currency) throws SQLException {
        return of(connection, List.of(), conditions.inCurrency(currency)).stream()
                .findFirst()
                .orElseGet(() -> Sum.nothing(Map.of(), currency));
    }

    /** What a place has several of, as it is asked for. */
    static String partsOf(List<Dimension> by) {
        return by.stream()
                .filter(dimension -> dimension == Dimension.MINERAL || dimension == Dimension.SEGMENT)
                .map(dimension -> ", " + dimension.column())
                .collect(joining());
    }

    static String order(List<Dimension> by) {
        return Stream.concat(
                        by.stream().map(dimension -> dimension.column() + "::text collate \"C\" nulls last"),
                        Stream.of("currency"))
                .collect(joining(", "));
    }

    static String keys(List<Dimension> by) {
        return Stream.concat(Stream.of("currency"), by.stream().map(Dimension::column))
                .collect(joining(", "));
    }

    static Map<String, @Nullable String> labels(ResultSet row, List<Dimension> by) throws SQLException {
        var labels = new LinkedHashMap<String, @Nullable String>();
        for (var dimension : by) {
            labels.put(dimension.field(), row.getString(dimension.column()));
        }
        return labels;
    }
}
