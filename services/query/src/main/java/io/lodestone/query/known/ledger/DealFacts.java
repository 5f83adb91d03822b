package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tables {@code deal_fact_<generation>}. */
@ApplicationScoped
class DealFacts {

    private static final List<String> RUNGS =
            Arrays.stream(Measure.values()).map(Measure::column).toList();

    private static final String COLUMNS = "deal_id, version, fact_id, type, effective_on, recorded_at, reference,"
            + " release_class, agency, instrument, program, project_id, package_id, obligor, obligor_lei, status,"
            + " currency, " + String.join(", ", RUNGS);

    static final String COPIED = COLUMNS + ", known_at, latest_day";

    /** @param standings of new facts, each with what is said up to it */
    void add(Connection connection, Generation generation, List<Standing<DealFact>> standings) throws SQLException {
        try (var copy = Copy.into(connection, generation.table("deal_fact"), COPIED)) {
            for (var standing : standings) {
                var deal = standing.newest();
                var dimensions = deal.dimensions();
                FactColumns.copy(copy, deal.fact())
                        .value(deal.reference())
                        .value(deal.releaseClass())
                        .value(dimensions.agency())
                        .value(dimensions.instrument())
                        .value(dimensions.program())
                        .value(dimensions.projectId())
                        .value(dimensions.packageId())
                        .value(dimensions.obligor())
                        .value(dimensions.obligorLei())
                        .value(dimensions.status())
                        .value(dimensions.currency());
                for (var measure : Measure.values()) {
                    copy.value(deal.figures().of(measure));
                }
                copy.value(standing.knownAt()).value(standing.latestDay()).endRow();
            }
            copy.end();
        }
    }

    /** Where each of these deals stands; those never heard of are missing. */
    Map<UUID, Standing<DealFact>> standings(Connection connection, Generation generation, Collection<UUID> deals)
            throws SQLException {
        var sql = "select " + COPIED + " from unnest(?::uuid[]) d cross join lateral (select * from "
                + generation.table("deal_fact") + " where deal_id = d order by version desc limit 1) newest";
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            var standings = new HashMap<UUID, Standing<DealFact>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var newest = fact(rows);
                    standings.put(newest.fact().subject(), FactColumns.standing(rows, newest));
                }
            }
            return standings;
        }
    }

    /** Brings over what {@code from} has of these deals and {@code to} has not. */
    void copyMissing(Connection connection, Generation from, Generation to, Collection<UUID> deals)
            throws SQLException {
        var sql = "insert into " + to.table("deal_fact") + " (" + COPIED + ") select " + COPIED + " from "
                + from.table("deal_fact") + " where deal_id = any(?) on conflict do nothing";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            insert.executeUpdate();
        }
    }

    /** The deals that were ever for one of these projects. */
    Set<UUID> ofProjects(Connection connection, Generation generation, Set<UUID> projects) throws SQLException {
        try (var select = connection.prepareStatement(
                "select distinct deal_id from " + generation.table("deal_fact") + " where project_id = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", projects.toArray()));
            var deals = new HashSet<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    deals.add(rows.getObject(1, UUID.class));
                }
            }
            return deals;
        }
    }

    /** All facts of each deal, in version order. */
    Map<UUID, List<DealFact>> histories(Connection connection, Generation generation, Collection<UUID> deals)
            throws SQLException {
        try (var select = connection.prepareStatement("select " + COLUMNS + " from " + generation.table("deal_fact")
                + " where deal_id = any(?) order by deal_id, version")) {
            select.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            var histories = new HashMap<UUID, List<DealFact>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var fact = fact(rows);
                    histories
                            .computeIfAbsent(fact.fact().subject(), deal -> new ArrayList<>())
                            .add(fact);
                }
            }
            return histories;
        }
    }

    private static DealFact fact(ResultSet row) throws SQLException {
        return new DealFact(
                FactColumns.get(row),
                row.getString("reference"),
                row.getString("release_class"),
                LedgerRow.dimensions(row),
                LedgerRow.measures(row));
    }
}
