package io.lodestone.stories;

import io.lodestone.local.Service;
import io.lodestone.stories.invariants.Evidence;
import io.lodestone.stories.invariants.Evidence.Calm;
import io.lodestone.stories.invariants.Evidence.Committed;
import io.lodestone.stories.invariants.Evidence.Heard;
import io.lodestone.stories.invariants.Evidence.Hearing;
import io.lodestone.stories.invariants.Evidence.Published;
import io.lodestone.stories.invariants.Evidence.Sample;
import io.lodestone.stories.invariants.Operation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects what a run left in the databases and on the topics, once it is calm. */
final class Collector {

    private static final List<Hearing> HEARINGS = List.of(
            new Hearing("deals", "lodestone.projects"),
            new Hearing("projects", "lodestone.deals"),
            new Hearing("query", "lodestone.deals"),
            new Hearing("query", "lodestone.projects"),
            new Hearing("notifications", "lodestone.deals"),
            new Hearing("notifications", "lodestone.offtakes"),
            new Hearing("notifications", "lodestone.projects"),
            new Hearing("notifications", "lodestone.stockpiles"),
            new Hearing("notifications", "lodestone.limits"),
            new Hearing("notifications", "lodestone.exposure"));

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

    Collector(Lodestone lodestone) {
        this.lodestone = lodestone;
    }

    /** @param projects whose exposure is also asked for over HTTP */
    Evidence collect(List<String> projects, List<Sample> samples, List<Operation> operations, int kills, Calm calm)
            throws SQLException {
        try (var databases = new Databases(lodestone);
                var topics = new Topics(lodestone)) {
            var committed = new ArrayList<Committed>();
            var heard = new ArrayList<Heard>();
            for (var service : Service.values()) {
                committed.addAll(databases.read(
                        service,
                        "select topic, subject, version, id, traceparent from fact",
                        row -> new Committed(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5))));
                heard.addAll(databases.read(
                        service,
                        "select topic, subject, version from feed_subject",
                        row -> new Heard(service.title(), row.getString(1), row.getString(2), row.getLong(3))));
            }
            List<Published> published = topics.all();
            var figures = figures(databases, projects);
            var exposure = exposure(databases, projects);
            return new Evidence(
                    committed, published, HEARINGS, heard, samples, figures, exposure, operations, kills, calm);
        }
    }

    /** By agency and currency over all deals, and in total and by agency over those of the projects. */
    private static Map<String, BigDecimal> figures(Databases databases, List<String> projects) throws SQLException {
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

    private Map<String, BigDecimal> exposure(Databases databases, List<String> projects) throws SQLException {
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
