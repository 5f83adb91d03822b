package io.lodestone.query.known.ledger;

import static java.time.ZoneOffset.UTC;

import io.lodestone.contracts.Share;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.exposure.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The tables {@code project_fact_<generation>}. */
@ApplicationScoped
class ProjectFacts {

    private static final String COLUMNS = "project_id, version, fact_id, type, effective_on, recorded_at,"
            + " country, minerals, mineral_weights, segments, segment_weights, known_at, latest_day";

    /** @param standings of new facts, each with what is said up to it */
    void add(Connection connection, Generation generation, List<Standing<ProjectFact>> standings) throws SQLException {
        var sql = "insert into " + generation.table("project_fact") + " (" + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            for (var standing : standings) {
                var project = standing.newest();
                int at = FactColumns.set(insert, project.fact());
                insert.setString(at, project.country());
                set(insert, at + 1, project.minerals());
                set(insert, at + 3, project.segments());
                insert.setObject(at + 5, standing.knownAt().atOffset(UTC));
                insert.setObject(at + 6, standing.latestDay());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Where each of these projects stands; those never heard of are missing. */
    Map<UUID, Standing<ProjectFact>> standings(Connection connection, Generation generation, Collection<UUID> projects)
            throws SQLException {
        var sql = "select " + COLUMNS + " from unnest(?::uuid[]) p cross join lateral (select * from "
                + generation.table("project_fact") + " where project_id = p order by version desc limit 1) newest";
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", projects.toArray()));
            var standings = new HashMap<UUID, Standing<ProjectFact>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var newest = fact(rows);
                    standings.put(newest.fact().subject(), FactColumns.standing(rows, newest));
                }
            }
            return standings;
        }
    }

    /** Brings over what {@code from} has and {@code to} has not. */
    void copyMissing(Connection connection, Generation from, Generation to) throws SQLException {
        var sql = "insert into " + to.table("project_fact") + " (" + COLUMNS + ") select " + COLUMNS + " from "
                + from.table("project_fact") + " on conflict do nothing";
        try (var insert = connection.prepareStatement(sql)) {
            insert.executeUpdate();
        }
    }

    /** All kept facts of each project, in version order. */
    Map<UUID, List<ProjectFact>> histories(Connection connection, Generation generation, Collection<UUID> projects)
            throws SQLException {
        var sql = "select " + COLUMNS + " from " + generation.table("project_fact")
                + " where project_id = any(?) order by project_id, version";
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", projects.toArray()));
            var histories = new HashMap<UUID, List<ProjectFact>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var fact = fact(rows);
                    histories
                            .computeIfAbsent(fact.fact().subject(), project -> new ArrayList<>())
                            .add(fact);
                }
            }
            return histories;
        }
    }

    private static ProjectFact fact(ResultSet row) throws SQLException {
        return new ProjectFact(
                FactColumns.get(row),
                row.getString("country"),
                weights(row, "minerals", "mineral_weights"),
                weights(row, "segments", "segment_weights"));
    }

    /** Codes at {@code at}, their weights after it. */
    private static void set(PreparedStatement insert, int at, List<Weight> weights) throws SQLException {
        var connection = insert.getConnection();
        insert.setArray(
                at,
                connection.createArrayOf(
                        "text", weights.stream().map(Weight::code).toArray()));
        insert.setArray(
                at + 1,
                connection.createArrayOf(
                        "numeric",
                        weights.stream()
                                .map(weight -> weight.weight().percent())
                                .toArray()));
    }

    private static List<Weight> weights(ResultSet row, String codes, String shares) throws SQLException {
        var names = (String[]) row.getArray(codes).getArray();
        var percents = (BigDecimal[]) row.getArray(shares).getArray();
        return IntStream.range(0, names.length)
                .mapToObj(i -> new Weight(names[i], new Share(percents[i])))
                .toList();
    }
}
