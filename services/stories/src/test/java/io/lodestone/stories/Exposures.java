package io.lodestone.stories;

import io.lodestone.local.Service;
import io.lodestone.stories.invariants.Evidence.Figures;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums of the deals service's own rows, and the same as query shows them. */
final class Exposures {

    /** In JSON, and in query's tables. */
    private static final Map<String, String> MEASURES = Map.of(
            "pipeline", "pipeline",
            "authorizedUnsigned", "authorized_unsigned",
            "undrawn", "undrawn",
            "outstanding", "outstanding",
            "contingent", "contingent",
            "paid", "paid",
            "writtenOff", "written_off");

    private final Lodestone lodestone;

    Exposures(Lodestone lodestone) {
        this.lodestone = lodestone;
    }

    /**
     * By agency and currency over all deals, and in total and by agency over those of the projects.
     *
     * @param projects whose exposure is asked for over HTTP
     */
    Figures collect(Databases databases, List<String> projects) throws SQLException {
        return new Figures(own(databases, projects), shown(databases, projects));
    }

    private static Map<String, BigDecimal> own(Databases databases, List<String> projects) throws SQLException {
        var sums = MEASURES.keySet().stream()
                .map(measure -> "sum((figures->>'" + measure + "')::numeric) as \"" + measure + "\"")
                .collect(Collectors.joining(", "));
        var cells = new HashMap<String, BigDecimal>();
        databases
                .read(
                        Service.DEALS,
                        "select agency || ' ' || (figures->>'currency') as cell, " + sums + " from deal group by 1",
                        row -> cells(row, "ledger "))
                .forEach(cells::putAll);
        for (var project : projects) {
            var only = " from deal where project_id = '" + project + "' group by 1";
            for (var by : List.of("'total'", "agency")) {
                databases
                        .read(
                                Service.DEALS,
                                "select " + by + " as cell, " + sums + only,
                                row -> cells(row, project + " "))
                        .forEach(cells::putAll);
            }
        }
        return cells;
    }

    private Map<String, BigDecimal> shown(Databases databases, List<String> projects) throws SQLException {
        var sums = MEASURES.entrySet().stream()
                .map(measure -> "sum(" + measure.getValue() + ") as \"" + measure.getKey() + "\"")
                .collect(Collectors.joining(", "));
        var cells = new HashMap<String, BigDecimal>();
        databases
                .read(
                        Service.QUERY,
                        "select agency || ' ' || currency as cell, " + sums + " from exposure_entry group by 1",
                        row -> cells(row, "ledger "))
                .forEach(cells::putAll);
        var analyst = lodestone.person("ines", "", "analyst");
        for (var project : projects) {
            var shown = analyst.read(Service.QUERY, "/v1/exposure?by=agency&project=" + project);
            var agencies = shown.getList("cells.agency", String.class);
            for (var measure : MEASURES.keySet()) {
                cells.put(project + " total " + measure, new BigDecimal(shown.getString("total." + measure)));
                for (int i = 0; i < agencies.size(); i++) {
                    cells.put(
                            project + " " + agencies.get(i) + " " + measure,
                            new BigDecimal(shown.getString("cells[" + i + "]." + measure)));
                }
            }
        }
        return cells;
    }

    private static Map<String, BigDecimal> cells(ResultSet row, String prefix) throws SQLException {
        var cell = prefix + row.getString("cell") + " ";
        var cells = new HashMap<String, BigDecimal>();
        for (var measure : MEASURES.keySet()) {
            cells.put(cell + measure, row.getBigDecimal(measure));
        }
        return cells;
    }
}
