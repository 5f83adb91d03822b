package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tables {@code deal_fact_<generation>}. */
@ApplicationScoped
class DealFacts {

    static final String COLUMNS =
            "deal_id, version, fact_id, type, effective_on, recorded_at, known_at, latest_day, " + Entries.RUNGS;

    private static final String WRITTEN = COLUMNS + ", " + DealProfiles.ID;
    private static final String READ = COLUMNS + ", " + DealProfiles.COLUMNS;

    private final DealProfiles profiles;

    DealFacts(DealProfiles profiles) {
        this.profiles = profiles;
    }

    /** @param standings of new facts, each with what is said up to it */
    void add(Connection connection, Generation generation, List<Standing<DealFact>> standings) throws SQLException {
        if (standings.isEmpty()) {
            return;
        }
        var named = named(standings);
        profiles.add(connection, generation, named);
        write(connection, generation, standings, named);
    }

    /** As {@link #add}, of deals that the generation has nothing of. */
    void fill(Connection connection, Generation generation, List<Standing<DealFact>> standings) throws SQLException {
        var named = named(standings);
        profiles.fill(connection, generation, named);
        write(connection, generation, standings, named);
    }

    private static DealProfiles.Named named(List<Standing<DealFact>> standings) {
        return DealProfiles.Named.by(standings.stream().map(Standing::newest).toList());
    }

    private static void write(
            Connection connection, Generation generation, List<Standing<DealFact>> standings, DealProfiles.Named named)
            throws SQLException {
        var profileIds = named.ofEach().iterator();
        try (var copy = Copy.into(connection, generation.table("deal_fact"), WRITTEN)) {
            for (var standing : standings) {
                var deal = standing.newest();
                FactColumns.copy(copy, deal.fact()).value(standing.knownAt()).value(standing.latestDay());
                for (var measure : Measure.values()) {
                    copy.value(deal.figures().of(measure));
                }
                copy.value(profileIds.next()).endRow();
            }
            copy.end();
        }
    }

    /** Where each of these deals stands; those never heard of are missing. */
    Map<UUID, Standing<DealFact>> standings(Connection connection, Generation generation, Collection<UUID> deals)
            throws SQLException {
        var sql = "select " + READ
                + " from (select newest.* from unnest(?::uuid[]) d cross join lateral (select * from "
                + generation.table("deal_fact") + " where deal_id = d order by version desc limit 1) newest) fact"
                + profiled(generation);
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
        profiles.copyMissing(connection, from, to, deals);
        var sql = "insert into " + to.table("deal_fact") + " (" + WRITTEN + ") select " + WRITTEN + " from "
                + from.table("deal_fact") + " where deal_id = any(?) on conflict do nothing";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            insert.executeUpdate();
        }
    }

    /** The deals that were ever for one of these projects. */
    Set<UUID> ofProjects(Connection connection, Generation generation, Set<UUID> projects) throws SQLException {
        return profiles.dealsOf(connection, generation, projects);
    }

    /** All facts of each deal, in version order. */
    Map<UUID, List<DealFact>> histories(Connection connection, Generation generation, Collection<UUID> deals)
            throws SQLException {
        var sql = "select " + READ + " from (select * from " + generation.table("deal_fact")
                + " where deal_id = any(?)) fact" + profiled(generation) + " order by deal_id, version";
        try (var select = connection.prepareStatement(sql)) {
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

    private static String profiled(Generation generation) {
        return " join (select " + DealProfiles.ID + ", " + DealProfiles.COLUMNS + " from "
                + generation.table("deal_profile") + ") profile using (" + DealProfiles.ID + ")";
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
