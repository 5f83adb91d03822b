package io.lodestone.query.hearing;

import static java.util.stream.Collectors.joining;

import io.lodestone.query.exposure.DealDimensions;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The table {@code deal_fact}. */
@ApplicationScoped
class DealFacts {

    private static final List<String> RUNGS =
            Arrays.stream(Measure.values()).map(Measure::column).toList();

    private static final String COLUMNS = "deal_id, version, fact_id, type, effective_on, recorded_at, reference,"
            + " release_class, agency, instrument, program, project_id, package_id, obligor, obligor_lei, status,"
            + " currency, " + String.join(", ", RUNGS);

    private static final String INSERT = "insert into deal_fact (" + COLUMNS + ") values ("
            + COLUMNS.chars().filter(c -> c == ',').mapToObj(c -> "?, ").collect(joining())
            + "?) on conflict (deal_id, version) do nothing";

    void add(Connection connection, List<DealFact> facts) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var deal : facts) {
                var fact = deal.fact();
                var dimensions = deal.dimensions();
                int at = FactColumns.set(insert, fact);
                insert.setString(at++, deal.reference());
                insert.setString(at++, deal.releaseClass());
                insert.setString(at++, dimensions.agency());
                insert.setString(at++, dimensions.instrument());
                insert.setString(at++, dimensions.program());
                insert.setObject(at++, dimensions.projectId());
                insert.setObject(at++, dimensions.packageId());
                insert.setString(at++, dimensions.obligor());
                insert.setString(at++, dimensions.obligorLei());
                insert.setString(at++, dimensions.status());
                insert.setString(at++, dimensions.currency());
                for (var measure : Measure.values()) {
                    insert.setBigDecimal(at++, deal.figures().of(measure));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The deals that were ever for one of these projects. */
    Set<UUID> ofProjects(Connection connection, Set<UUID> projects) throws SQLException {
        try (var select =
                connection.prepareStatement("select distinct deal_id from deal_fact where project_id = any(?)")) {
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
    Map<UUID, List<DealFact>> histories(Connection connection, Collection<UUID> deals) throws SQLException {
        try (var select = connection.prepareStatement(
                "select " + COLUMNS + " from deal_fact where deal_id = any(?) order by deal_id, version")) {
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
        var amounts = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            amounts.put(measure, row.getBigDecimal(measure.column()));
        }
        return new DealFact(
                FactColumns.get(row),
                row.getString("reference"),
                row.getString("release_class"),
                new DealDimensions(
                        row.getString("agency"),
                        row.getString("instrument"),
                        row.getString("program"),
                        row.getObject("project_id", UUID.class),
                        row.getObject("package_id", UUID.class),
                        row.getString("obligor"),
                        row.getString("obligor_lei"),
                        row.getString("status"),
                        row.getString("currency")),
                new Measures(amounts));
    }
}
