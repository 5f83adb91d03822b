package io.lodestone.query.view;

import static java.util.stream.Collectors.joining;

import io.lodestone.query.exposure.Measures;
import io.lodestone.query.known.ledger.LedgerRow;
import io.lodestone.query.limit.LimitPlace;
import io.lodestone.query.limit.LimitTerms;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** How far limits are used, on several days, from one pass over the ledger for all of them. */
public final class LimitUses {

    private static final String PLACE =
            "agency, instrument, program, country, mineral, segment, obligor, obligor_lei, currency";

    private final Collection<LimitTerms> limits;
    private final Map<UUID, Map<String, BigDecimal>> used = new HashMap<>();

    public LimitUses(Collection<LimitTerms> limits) {
        this.limits = List.copyOf(limits);
    }

    /** Counts an amount in every limit that it is in. */
    public void add(LimitPlace place, Measures amounts) {
        for (var limit : limits) {
            var counted = limit.count(amounts);
            if (counted.signum() != 0) {
                limit.bucket(place).ifPresent(bucket -> used.computeIfAbsent(limit.id(), id -> new TreeMap<>())
                        .merge(bucket, counted, BigDecimal::add));
            }
        }
    }

    /** By bucket; '' for a limit that has one bucket only. */
    public Map<String, BigDecimal> of(LimitTerms limit) {
        return new TreeMap<>(used.getOrDefault(limit.id(), Map.of()));
    }

    /** As it stands by all entries that {@code conditions} let through. */
    public LimitUses read(Connection connection, Conditions conditions) throws SQLException {
        var sql = "select " + PLACE + ", " + Sums.RUNGS + " from " + Conditions.LEDGER + " where " + conditions.sql()
                + " group by " + PLACE;
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                add(place(rows), LedgerRow.measures(rows));
            }
        }
        return this;
    }

    /**
     * One limit's buckets at the end of each day.
     *
     * @param days       ascending
     * @param conditions must keep out what is after the last day
     */
    public static List<Map<String, BigDecimal>> onDays(
            Connection connection, LimitTerms limit, List<LocalDate> days, Conditions conditions) throws SQLException {
        var thresholds = days.stream().map(LocalDate::toString).collect(joining(","));
        var sql = "select " + PLACE + ", width_bucket(effective_on - 1, '{" + thresholds + "}'::date[]) as moved_by, "
                + Sums.RUNGS + " from " + Conditions.LEDGER + " where " + conditions.sql()
                + " group by " + PLACE + ", moved_by order by moved_by";
        var uses = new LimitUses(List.of(limit));
        var onDays = new ArrayList<Map<String, BigDecimal>>();
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                for (int before = onDays.size(); before < rows.getInt("moved_by"); before++) {
                    onDays.add(uses.of(limit));
                }
                uses.add(place(rows), LedgerRow.measures(rows));
            }
        }
        while (onDays.size() < days.size()) {
            onDays.add(uses.of(limit));
        }
        return onDays;
    }

    static LimitPlace place(ResultSet row) throws SQLException {
        return new LimitPlace(
                row.getString("agency"),
                row.getString("instrument"),
                Objects.requireNonNullElse(row.getString("program"), ""),
                row.getString("country"),
                row.getString("mineral"),
                row.getString("segment"),
                row.getString("obligor"),
                row.getString("obligor_lei"),
                row.getString("currency"));
    }
}
