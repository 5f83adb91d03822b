package io.lodestone.query.reconciling;

import static java.util.stream.Collectors.joining;

import io.lodestone.contracts.exposure.Discrepancy;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.MinorDigits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The facts heard, up to exactly the cut of the newest control totals, against these totals. */
final class FactsAgainstTotals {

    private static final String RUNGS = Arrays.stream(Measure.values())
            .map(measure -> "('" + measure.field() + "', " + measure.column() + ")")
            .collect(joining(", "));

    private static final String COMPARE =
            """
            with at_cut as (
                select *, deal_number(deal_id) as number from (
                    select distinct on (f.deal_id) f.*
                    from deal_fact_row f left join control_moved m on m.run_id = ? and m.deal_id = f.deal_id
                    where m.version is null or f.version <= m.version
                    order by f.deal_id desc, f.version desc) fact
                join (select profile_id, agency, instrument, currency from deal_profile) profile using (profile_id))
            select part, agency, instrument, currency, measure, sum(expected) as expected_sum, sum(found) as found_sum,
                sum(weighed) as weighed
            from (
                select p.part, l.agency, l.instrument, l.currency, l.measure, l.sum as expected, 0 as found, -l.weighed as weighed
                from control_part p, jsonb_to_recordset(p.lines)
                    as l (agency text, instrument text, currency text, measure text, sum numeric, weighed numeric)
                where p.run_id = ?
                union all
                select number % (select parts from control_run where id = ?), agency, instrument, currency, m.measure, 0,
                    m.amount, m.amount * number
                from at_cut, lateral (values ('deals', 1::numeric), ('facts', version::numeric), RUNGS) m (measure, amount)
                where m.amount <> 0) sides
            group by 1, 2, 3, 4, 5 having sum(expected) <> sum(found) or sum(weighed) <> 0
            order by 1, 2, 3, 4, 5 limit LINES
            """.replace("RUNGS", RUNGS).replace("LINES", Integer.toString(Found.NAMED_MAX * 9));

    private FactsAgainstTotals() {}

    /** The newest run of which all parts have come. */
    static Optional<UUID> newestRun(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select id from whole_control_run order by id desc limit 1");
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    static Found compare(Connection connection, UUID run) throws SQLException {
        try (var count = connection.prepareStatement("select count(*) from control_part p, jsonb_array_elements(lines)"
                        + " where run_id = '" + run + "'");
                var compare = connection.prepareStatement(COMPARE)) {
            for (int at = 1; at <= 3; at++) {
                compare.setObject(at, run);
            }
            var lines = new ArrayList<WrongLine>();
            try (var rows = compare.executeQuery()) {
                while (rows.next()) {
                    lines.add(line(rows));
                }
            }
            return Found.of(Break.Kind.TOTALS, Rungs.number(count), named(connection, lines));
        }
    }

    private static WrongLine line(ResultSet row) throws SQLException {
        var measure = row.getString("measure");
        var currency = row.getString("currency");
        var difference = new Discrepancy(measure, row.getBigDecimal("expected_sum"), row.getBigDecimal("found_sum"));
        return new WrongLine(
                row.getInt("part"),
                row.getString("agency"),
                row.getString("instrument"),
                currency,
                Measure.named(measure).isPresent() ? Rungs.shown(difference, MinorDigits.of(currency)) : difference,
                row.getBigDecimal("weighed"));
    }

    private static List<Break> named(Connection connection, List<WrongLine> lines) throws SQLException {
        var breaks = new ArrayList<Break>();
        var deals = new DealsByNumber(connection);
        for (var group : WrongLine.groups(lines)) {
            breaks.add(deals.named(group));
        }
        return breaks;
    }
}
