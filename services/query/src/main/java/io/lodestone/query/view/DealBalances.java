package io.lodestone.query.view;

import static java.util.stream.Collectors.joining;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.known.ledger.LedgerRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads whole deals from the ledger, one after the other, in memory that does not grow with their number. */
final class DealBalances {

    private static final int FETCH_ROWS = 2_000;

    private static final String PLACE =
            Arrays.stream(Dimension.values()).map(Dimension::column).collect(joining(", "));

    private DealBalances() {}

    /** The deals that have something in what is asked for, each with all of its cells. */
    static void each(Connection connection, Question question, Sight sight, Consumer<DealBalance> taking)
            throws SQLException {
        var conditions = Conditions.ofWholeDeals(question, sight);
        if (!question.filters().isEmpty()) {
            conditions.ofDealsIn(Conditions.of(question, sight));
        }
        var sql = """
                select deal_id, min(reference) as reference, currency, %1$s, effective_on, %2$s, sum(presence) as presence
                from %3$s where %4$s group by deal_id, currency, %1$s, effective_on
                order by deal_id, currency, %1$s, effective_on
                """.formatted(PLACE, Sums.RUNGS, Conditions.LEDGER, conditions.sql());
        try (var select = conditions.prepare(connection, sql)) {
            select.setFetchSize(FETCH_ROWS);
            fold(select, taking);
        }
    }

    private static void fold(PreparedStatement select, Consumer<DealBalance> taking) throws SQLException {
        @Nullable DealBalance deal = null;
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                var id = rows.getObject("deal_id", UUID.class);
                var currency = rows.getString("currency");
                if (deal == null || !deal.deal().equals(id) || !deal.currency().equals(currency)) {
                    if (deal != null) {
                        taking.accept(deal);
                    }
                    deal = new DealBalance(id, rows.getString("reference"), currency);
                }
                deal.add(
                        place(rows),
                        rows.getObject("effective_on", LocalDate.class),
                        LedgerRow.measures(rows),
                        rows.getInt("presence"));
            }
        }
        if (deal != null) {
            taking.accept(deal);
        }
    }

    /** The currencies of what is asked for. */
    static Set<String> currencies(Connection connection, Question question, Sight sight) throws SQLException {
        var conditions = Conditions.of(question, sight);
        var sql = "select distinct currency from " + Conditions.LEDGER + " where " + conditions.sql();
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            var currencies = new TreeSet<String>();
            while (rows.next()) {
                currencies.add(rows.getString(1));
            }
            return currencies;
        }
    }

    private static Map<Dimension, String> place(ResultSet row) throws SQLException {
        var place = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var value = row.getString(dimension.column());
            if (value != null) {
                place.put(dimension, value);
            }
        }
        return place;
    }
}
