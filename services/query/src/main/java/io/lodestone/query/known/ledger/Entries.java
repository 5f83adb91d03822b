package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the tables {@code exposure_entry_<generation>}, and the places that entries name. */
@ApplicationScoped
class Entries {

    static final String RUNGS =
            Arrays.stream(Measure.values()).map(Measure::column).collect(Collectors.joining(", "));

    static final String COLUMNS = "id, deal_id, fact_id, type, effective_on, recorded_at, presence, " + RUNGS;

    private static final String WRITTEN = COLUMNS + ", " + Places.ID;

    private final Places places;

    Entries(Places places) {
        this.places = places;
    }

    /** Entries with the places that they name. */
    static String placed(Generation generation) {
        return "(select " + WRITTEN + ", " + Places.COLUMNS + " from " + generation.table("exposure_entry") + " join "
                + generation.table("exposure_place") + " using (" + Places.ID + ")) placed";
    }

    void add(Connection connection, Generation generation, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        places.add(connection, generation, entries);
        write(connection, generation, entries);
    }

    /** As {@link #add}, of deals that the generation has nothing of. */
    void fill(Connection connection, Generation generation, List<Entry> entries) throws SQLException {
        places.fill(connection, generation, entries);
        write(connection, generation, entries);
    }

    private static void write(Connection connection, Generation generation, List<Entry> entries) throws SQLException {
        try (var copy = Copy.into(connection, generation.table("exposure_entry"), WRITTEN)) {
            for (var entry : entries) {
                copy(copy, entry);
            }
            copy.end();
        }
    }

    List<Entry> of(Connection connection, Generation generation, Collection<UUID> deals) throws SQLException {
        var sql = "select * from " + placed(generation) + " where deal_id = any(?)";
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
        var sql = "delete from " + generation.table("exposure_entry") + " where deal_id = any(?) and id = any(?)";
        try (var delete = connection.prepareStatement(sql)) {
            delete.setArray(1, ids(connection, entries, Entry::dealId));
            delete.setArray(2, ids(connection, entries, Entry::id));
            delete.executeUpdate();
        }
    }

    private static Array ids(Connection connection, List<Entry> entries, Function<Entry, UUID> id) throws SQLException {
        return connection.createArrayOf(
                "uuid", entries.stream().map(id).distinct().toArray());
    }

    private static void copy(Copy copy, Entry entry) throws SQLException {
        copy.value(entry.id())
                .value(entry.dealId())
                .value(entry.factId())
                .value(entry.type())
                .value(entry.effectiveOn())
                .value(entry.recordedAt())
                .value(entry.presence());
        for (var measure : Measure.values()) {
            copy.value(entry.amounts().of(measure));
        }
        copy.value(entry.place().id()).endRow();
    }
}
