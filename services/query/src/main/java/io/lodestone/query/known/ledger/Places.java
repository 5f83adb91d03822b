package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the tables {@code exposure_place_<generation>}: what entries name is there and stays there. */
@ApplicationScoped
class Places {

    private static final String TABLE = "exposure_place";

    static final String ID = "place_id";

    static final String COLUMNS = "reference, release_class, agency, instrument, program, mineral, segment, country,"
            + " obligor, obligor_lei, package_id, project_id, status, currency";

    /** Those that these entries name and that are not there. */
    void add(Connection connection, Generation generation, List<Entry> entries) throws SQLException {
        var missing = Missing.of(connection, generation.table(TABLE), ID, named(entries));
        if (!missing.isEmpty()) {
            write(connection, generation, missing.values());
        }
    }

    /** All that these entries name: none of it is there. */
    void fill(Connection connection, Generation generation, List<Entry> entries) throws SQLException {
        write(connection, generation, named(entries).values());
    }

    private static Map<UUID, Place> named(List<Entry> entries) {
        var named = new HashMap<UUID, Place>();
        entries.forEach(entry -> named.putIfAbsent(entry.place().id(), entry.place()));
        return named;
    }

    private static void write(Connection connection, Generation generation, Collection<Place> places)
            throws SQLException {
        try (var copy = Copy.into(connection, generation.table(TABLE), ID + ", " + COLUMNS)) {
            for (var place : places) {
                copy(copy, place);
            }
            copy.end();
        }
    }

    private static void copy(Copy copy, Place place) throws SQLException {
        var cell = place.cell();
        var deal = cell.deal();
        copy.value(place.id())
                .value(place.reference())
                .value(place.releaseClass())
                .value(deal.agency())
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
                .value(deal.currency())
                .endRow();
    }
}
