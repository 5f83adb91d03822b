package io.lodestone.query.known.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Compares two generations: facts and entries by a digest per bucket of deals, and deal by deal in the buckets that
 * differ; cells one by one. The sum of the rows' hashes does not depend on their order.
 */
final class Comparison {

    private static final int BUCKETS = 64;
    private static final String BUCKET = "(uuid_hash(deal_id) & " + (BUCKETS - 1) + ")";

    private static final String FIRST = " order by 1 limit " + Differences.NAMED_MAX;

    private static final String CELL = "release_class, agency, instrument, program, mineral, segment, country, obligor,"
            + " obligor_lei, package_id, project_id, status, currency";
    private static final String SUMS = Entries.RUNGS + ", presence";

    private final Connection connection;
    private final Generation live;
    private final Generation other;

    Comparison(Connection connection, Generation live, Generation other) {
        this.connection = connection;
        this.live = live;
        this.other = other;
    }

    Differences differences() throws SQLException {
        var buckets = new TreeSet<Integer>();
        var deals = new TreeSet<UUID>();
        look(Table.FACTS, buckets, deals);
        look(Table.ENTRIES, buckets, deals);
        return new Differences(
                buckets.size(), deals.stream().limit(Differences.NAMED_MAX).toList(), cells());
    }

    /**
     * Rows, and the rows that several of them name. These are compared once, each for itself: what names one that differs
     * differs itself. Nobody takes out what is named no more, so a side may have more of them.
     */
    private record Table(String name, String columns, String named, String id, String columnsNamed) {

        static final Table FACTS =
                new Table("deal_fact", DealFacts.COLUMNS, "deal_profile", DealProfiles.ID, DealProfiles.WRITTEN);
        static final Table ENTRIES =
                new Table("exposure_entry", Entries.COLUMNS, "exposure_place", Places.ID, Places.COLUMNS);

        /** Number and digest of the rows by some key. */
        String digests(Generation generation, String key, String where) {
            return "select " + key + " as key, count(*) as n, sum(" + RowDigest.of(columns + ", " + id, "0")
                    + ") as digest from " + generation.table(name) + where + " group by 1";
        }

        String digestsOfNamed(Generation generation) {
            return "select " + id + ", " + RowDigest.of(columnsNamed, "0") + " as digest from "
                    + generation.table(named);
        }

        /** The deal of each row, and what it names. */
        String naming(Generation generation) {
            return "select deal_id, " + id + " from " + generation.table(name);
        }
    }

    private void look(Table table, TreeSet<Integer> buckets, TreeSet<UUID> deals) throws SQLException {
        var different = read(Integer.class, differing(table, BUCKET, ""));
        if (!different.isEmpty()) {
            buckets.addAll(different);
            var array = connection.createArrayOf("int", different.toArray());
            var sql = differing(table, "deal_id", " where " + BUCKET + " = any(?)") + FIRST;
            deals.addAll(read(UUID.class, sql, array, array));
        }
        try (var select = connection.prepareStatement(naming(table));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                buckets.add(rows.getInt(1));
                deals.add(rows.getObject(2, UUID.class));
            }
        }
    }

    private String differing(Table table, String key, String where) {
        return "select key from (" + table.digests(live, key, where) + ") a full join ("
                + table.digests(other, key, where)
                + ") b using (key) where (a.n, a.digest) is distinct from (b.n, b.digest)";
    }

    /** The first deals of each bucket with a row, on either side, that names what differs or is missing on one side. */
    private String naming(Table table) {
        var differing = "select " + table.id() + " from (" + table.digestsOfNamed(live) + ") a full join ("
                + table.digestsOfNamed(other) + ") b using (" + table.id()
                + ") where a.digest is distinct from b.digest";
        var deals = "select distinct " + BUCKET + " as bucket, deal_id from (" + table.naming(live) + " union all "
                + table.naming(other) + ") naming where " + table.id() + " in (" + differing + ")";
        return "select bucket, deal_id from (select bucket, deal_id, row_number() over (partition by bucket order by deal_id)"
                + " as place from (" + deals + ") naming) ranked where place <= " + Differences.NAMED_MAX;
    }

    private <T> List<T> read(Class<T> type, String sql, Array... values) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                select.setArray(at + 1, values[at]);
            }
            var read = new ArrayList<T>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    read.add(rows.getObject(1, type));
                }
            }
            return read;
        }
    }

    /** A cell that is all zero is as good as none. */
    private List<Differences.CellDifference> cells() throws SQLException {
        var cells = "select cell_id, row(" + CELL + ")::text as cell, row(" + SUMS + ") as sums from %s" + " where ("
                + SUMS + ") <> (0, 0, 0, 0, 0, 0, 0, 0)";
        var sql = "select cell_id, coalesce(a.cell, b.cell), coalesce(a.sums::text, 'nothing'),"
                + " coalesce(b.sums::text, 'nothing') from (" + cells.formatted(live.table("exposure_cell"))
                + ") a full join (" + cells.formatted(other.table("exposure_cell"))
                + ") b using (cell_id) where (a.cell, a.sums) is distinct from (b.cell, b.sums) order by 1 limit "
                + Differences.NAMED_MAX;
        try (var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            var different = new ArrayList<Differences.CellDifference>();
            while (rows.next()) {
                different.add(new Differences.CellDifference(
                        rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return different;
        }
    }
}
