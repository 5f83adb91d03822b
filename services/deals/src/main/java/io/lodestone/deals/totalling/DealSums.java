package io.lodestone.deals.totalling;

import static java.util.stream.Collectors.joining;

import io.lodestone.contracts.deals.ControlTotals.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the rows of all deals add up to. */
@ApplicationScoped
class DealSums {

    private static final List<String> FIGURES =
            List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding", "contingent", "paid", "writtenOff");

    private static final List<String> MEASURES =
            Stream.concat(Stream.of("deals", "facts"), FIGURES.stream()).toList();

    /** One reading of all deals. A figure that is zero, as most are, is not multiplied. */
    private static final String SUMS = "select number % ? as part, agency, instrument, currency, "
            + MEASURES.stream()
                    .map(
                            "coalesce(sum(\"%1$s\"), 0), coalesce(sum(\"%1$s\" * number) filter (where \"%1$s\" <> 0), 0)"
                                    ::formatted)
                    .collect(joining(", "))
            + " from (select deal_number(id)::numeric as number, agency, instrument, 1 as deals, version as facts, f.*"
            + " from deal, jsonb_to_record(figures) as f(currency text, "
            + FIGURES.stream().map("\"%s\" numeric"::formatted).collect(joining(", "))
            + ")) each_deal group by 1, 2, 3, 4 order by 1, 2, 3, 4";

    /** Part by part; a part with no deals is missing. */
    Map<Integer, List<Line>> read(Connection connection, int parts) throws SQLException {
        try (var select = connection.prepareStatement(SUMS)) {
            select.setInt(1, parts);
            var lines = new TreeMap<Integer, List<Line>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.computeIfAbsent(rows.getInt(1), part -> new ArrayList<>())
                            .addAll(lines(rows));
                }
            }
            return lines;
        }
    }

    private static List<Line> lines(ResultSet row) throws SQLException {
        var lines = new ArrayList<Line>();
        int at = 5;
        for (var measure : MEASURES) {
            BigDecimal sum = row.getBigDecimal(at++);
            BigDecimal weighed = row.getBigDecimal(at++);
            if (sum.signum() != 0 || weighed.signum() != 0) {
                lines.add(new Line(row.getString(2), row.getString(3), row.getString(4), measure, sum, weighed));
            }
        }
        return lines;
    }
}
