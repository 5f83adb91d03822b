package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.DealFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The tables {@code deal_profile_<generation>}: what facts say of a deal but for amounts, once for all facts that say the
 * same.
 */
@ApplicationScoped
class DealProfiles {

    private static final String TABLE = "deal_profile";

    static final String ID = "profile_id";

    static final String COLUMNS = "reference, release_class, agency, instrument, program, project_id, package_id,"
            + " obligor, obligor_lei, status, currency";

    static final String WRITTEN = ID + ", deal_id, " + COLUMNS;

    /**
     * The profiles that facts name.
     *
     * @param ofEach the profile of each fact
     * @param first  of each profile the first fact that names it
     */
    record Named(List<UUID> ofEach, Map<UUID, DealFact> first) {

        /** @param facts of each deal one after the other */
        static Named by(List<DealFact> facts) {
            var ofEach = new ArrayList<UUID>(facts.size());
            var first = new HashMap<UUID, DealFact>();
            DealFact before = null;
            for (var fact : facts) {
                boolean same = before != null
                        && before.fact().subject().equals(fact.fact().subject())
                        && fact.hasProfileOf(before);
                ofEach.add(same ? ofEach.getLast() : fact.profileId());
                first.putIfAbsent(ofEach.getLast(), fact);
                before = fact;
            }
            return new Named(ofEach, first);
        }
    }

    /** Adds those that are not there. */
    void add(Connection connection, Generation generation, Named named) throws SQLException {
        var missing = Missing.of(connection, generation.table(TABLE), ID, named.first());
        if (!missing.isEmpty()) {
            write(connection, generation, missing);
        }
    }

    /** Adds all of them: none is there. */
    void fill(Connection connection, Generation generation, Named named) throws SQLException {
        write(connection, generation, named.first());
    }

    private static void write(Connection connection, Generation generation, Map<UUID, DealFact> profiles)
            throws SQLException {
        try (var copy = Copy.into(connection, generation.table(TABLE), WRITTEN)) {
            for (var profile : profiles.entrySet()) {
                copy(copy.value(profile.getKey()), profile.getValue());
            }
            copy.end();
        }
    }

    private static void copy(Copy copy, DealFact fact) throws SQLException {
        var dimensions = fact.dimensions();
        copy.value(fact.fact().subject())
                .value(fact.reference())
                .value(fact.releaseClass())
                .value(dimensions.agency())
                .value(dimensions.instrument())
                .value(dimensions.program())
                .value(dimensions.projectId())
                .value(dimensions.packageId())
                .value(dimensions.obligor())
                .value(dimensions.obligorLei())
                .value(dimensions.status())
                .value(dimensions.currency())
                .endRow();
    }

    /** Brings over what {@code from} has of these deals and {@code to} has not. */
    void copyMissing(Connection connection, Generation from, Generation to, Collection<UUID> deals)
            throws SQLException {
        var sql = "insert into " + to.table("deal_profile") + " (" + WRITTEN + ") select " + WRITTEN + " from "
                + from.table("deal_profile") + " where deal_id = any(?) on conflict do nothing";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            insert.executeUpdate();
        }
    }

    /** The deals that were ever for one of these projects. */
    Set<UUID> dealsOf(Connection connection, Generation generation, Set<UUID> projects) throws SQLException {
        try (var select = connection.prepareStatement(
                "select distinct deal_id from " + generation.table("deal_profile") + " where project_id = any(?)")) {
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
}
