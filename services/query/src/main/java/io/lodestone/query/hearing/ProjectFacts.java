package io.lodestone.query.hearing;

import io.lodestone.contracts.Share;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.query.exposure.ProjectFact;
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

/** The table {@code project_fact}. */
@ApplicationScoped
class ProjectFacts {

    private static final String INSERT = """
            insert into project_fact (project_id, version, fact_id, type, effective_on, recorded_at,
                                      country, minerals, mineral_weights, segments, segment_weights)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (project_id, version) do nothing
            """;

    private static final String SELECT = """
            select project_id, version, fact_id, type, effective_on, recorded_at,
                   country, minerals, mineral_weights, segments, segment_weights
            from project_fact where project_id = any(?) order by project_id, version
            """;

    void add(Connection connection, List<ProjectFact> facts) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var project : facts) {
                int at = FactColumns.set(insert, project.fact());
                insert.setString(at, project.country());
                set(insert, at + 1, project.minerals());
                set(insert, at + 3, project.segments());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** All kept facts of each project, in version order. */
    Map<UUID, List<ProjectFact>> histories(Connection connection, Collection<UUID> projects) throws SQLException {
        try (var select = connection.prepareStatement(SELECT)) {
            select.setArray(1, connection.createArrayOf("uuid", projects.toArray()));
            var histories = new HashMap<UUID, List<ProjectFact>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var fact = new ProjectFact(
                            FactColumns.get(rows),
                            rows.getString("country"),
                            weights(rows, "minerals", "mineral_weights"),
                            weights(rows, "segments", "segment_weights"));
                    histories
                            .computeIfAbsent(fact.fact().subject(), project -> new ArrayList<>())
                            .add(fact);
                }
            }
            return histories;
        }
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
