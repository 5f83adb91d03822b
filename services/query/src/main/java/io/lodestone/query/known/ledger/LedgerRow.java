package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.Cell;
import io.lodestone.query.exposure.DealDimensions;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.exposure.Place;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.UUID;

/** Reads what the ledger's tables have in common, by the names of their columns. */
public final class LedgerRow {

    private LedgerRow() {}

    /** An entry, from a row of {@code exposure_entry}. */
    public static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("deal_id", UUID.class),
                row.getObject("fact_id", UUID.class),
                row.getString("type"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                place(row),
                measures(row),
                row.getInt("presence"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getObject(Places.ID, UUID.class),
                row.getString("reference"),
                row.getString("release_class"),
                new Cell(
                        dimensions(row), row.getString("country"), row.getString("mineral"), row.getString("segment")));
    }

    /** Every rung, from a row that has a column for each. */
    public static Measures measures(ResultSet row) throws SQLException {
        var amounts = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            amounts.put(measure, row.getBigDecimal(measure.column()));
        }
        return Measures.of(amounts);
    }

    static DealDimensions dimensions(ResultSet row) throws SQLException {
        return new DealDimensions(
                row.getString("agency"),
                row.getString("instrument"),
                row.getString("program"),
                row.getObject("project_id", UUID.class),
                row.getObject("package_id", UUID.class),
                row.getString("obligor"),
                row.getString("obligor_lei"),
                row.getString("status"),
                row.getString("currency"));
    }
}
