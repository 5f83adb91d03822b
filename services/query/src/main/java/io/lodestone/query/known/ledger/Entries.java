package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.Cell;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the tables {@code exposure_entry_<generation>}. */
@ApplicationScoped
class Entries {

    static final String RUNGS =
            Arrays.stream(Measure.values()).map(Measure::column).collect(Collectors.joining(", "));

    static final String COLUMNS = "id, deal_id, reference, release_class, fact_id, type, effective_on,"
            + " recorded_at, agency, instrument, program, mineral, segment, country, obligor, obligor_lei, package_id,"
            + " project_id, status, currency, presence, " + RUNGS;

    void add(Connection connection, Generation generation, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (var copy = Copy.into(connection, generation.table("exposure_entry"), COLUMNS)) {
            for (var entry : entries) {
                copy(copy, entry);
            }
            copy.end();
        }
    }

    List<Entry> of(Connection connection, Generation generation, Collection<UUID> deals) throws SQLException {
        var sql = "select * from " + generation.table("exposure_entry") + " where deal_id = any(?)";
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            var entries = new ArrayList<Entry>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(LedgerRow.entry(rows));
                }
            }
            return entries;
        }
    }

    void remove(Connection connection, Generation generation, List<Entry> entries) throws SQLException {
        var sql = "delete from " + generation.table("exposure_entry") + " where id = any(?)";
        try (var delete = connection.prepareStatement(sql)) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", entries.stream().map(Entry::id).toArray()));
            delete.executeUpdate();
        }
    }

    private static void copy(Copy copy, Entry entry) throws SQLException {
        copy.value(entry.id())
                .value(entry.dealId())
                .value(entry.reference())
                .value(entry.releaseClass())
                .value(entry.factId())
                .value(entry.type())
                .value(entry.effectiveOn())
                .value(entry.recordedAt());
        copy(copy, entry.cell());
        copy.value(entry.presence());
        for (var measure : Measure.values()) {
            copy.value(entry.amounts().of(measure));
        }
        copy.endRow();
    }

    /** From agency to currency, in the order of the columns. */
    private static void copy(Copy copy, Cell cell) throws SQLException {
        var deal = cell.deal();
        copy.value(deal.agency())
                .value(deal.instrument())
                .value(deal.program())
                .value(cell.mineral())
                .value(cell.segment())
                .value(cell.country())
                .value(deal.obligor())
                .value(deal.obligorLei())
                .value(deal.packageId())
                .value(deal.projectId())
                .value(deal.status())
                .value(deal.currency());
    }
}
