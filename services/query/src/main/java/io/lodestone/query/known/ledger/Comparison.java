package io.lodestone.query.known.ledger;

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
        look("deal_fact", DealFacts.COPIED, buckets, deals);
        look("exposure_entry", Entries.COLUMNS, buckets, deals);
        return new Differences(
                buckets.size(), deals.stream().limit(Differences.NAMED_MAX).toList(), cells());
    }

    private void look(String table, String columns, TreeSet<Integer> buckets, TreeSet<UUID> deals) throws SQLException {
        var different = buckets(table, columns);
        if (!different.isEmpty()) {
            buckets.addAll(different);
            deals.addAll(deals(table, columns, different));
        }
    }

    private List<Integer> buckets(String table, String columns) throws SQLException {
        var digest = "select (uuid_hash(deal_id) & " + (BUCKETS - 1) + ") as bucket, count(*) as n," + " sum("
                + RowDigest.of(columns) + ") as digest from ";
        var sql = "select bucket from (" + digest + live.table(table) + " group by 1) a full join (" + digest
                + other.table(table)
                + " group by 1) b using (bucket) where (a.n, a.digest) is distinct from (b.n, b.digest)";
        try (var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            var buckets = new ArrayList<Integer>();
            while (rows.next()) {
                buckets.add(rows.getInt(1));
            }
            return buckets;
        }
    }

    private List<UUID> deals(String table, String columns, List<Integer> buckets) throws SQLException {
        var digest = "select deal_id, count(*) as n, sum(" + RowDigest.of(columns) + ") as digest"
                + " from %s where (uuid_hash(deal_id) & " + (BUCKETS - 1) + ") = any(?) group by 1";
        var sql = "select deal_id from (" + digest.formatted(live.table(table)) + ") a full join ("
                + digest.formatted(other.table(table)) + ") b using (deal_id)"
                + " where (a.n, a.digest) is distinct from (b.n, b.digest) order by 1 limit " + Differences.NAMED_MAX;
        try (var select = connection.prepareStatement(sql)) {
            var array = connection.createArrayOf("int", buckets.toArray());
            select.setArray(1, array);
            select.setArray(2, array);
            var deals = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    deals.add(rows.getObject(1, UUID.class));
                }
            }
            return deals;
        }
    }

    /** A cell that is all zero is as good as none. */
    private List<Differences.CellDifference> cells() throws SQLException {
        var cells = "select cell_id, row(" + CELL + ")::text as cell, row(" + SUMS + ") as sums from %s" + " where ("
                + SUMS + ") <> (0, 0, 0, 0, 0, 0, 0, 0)";
        var sql = "select cell_id, coalesce(a.cell, b.cell), coalesce(a.sums::text, 'nothing'),"
                + " coalesce(b.sums::text, 'nothing') from (" + cells.formatted(live.table("exposure_cell"))
                + ") a full join (" + cells.formatted(other.table("exposure_cell"))
                + ") b using (cell_id) where a.sums is distinct from b.sums order by 1 limit " + Differences.NAMED_MAX;
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
