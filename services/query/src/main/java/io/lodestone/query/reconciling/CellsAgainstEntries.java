package io.lodestone.query.reconciling;

import io.lodestone.contracts.exposure.BreakPlace;
import io.lodestone.query.reconciling.Break.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Every cell of the live generation against the sum of its entries. */
final class CellsAgainstEntries {

    private static final String DIMENSIONS =
            "release_class, agency, instrument, program, mineral, segment, country, obligor,"
                    + " obligor_lei, package_id, project_id, status, currency";

    private static final String COMPARE = "select cell_id, row(" + DIMENSIONS + ")::text as place_key, " + DIMENSIONS
            + ", expected_presence, found_presence, "
            + Rungs.BOTH + " from (select max(cell_id::text)::uuid as cell_id, " + DIMENSIONS
            + ", coalesce(sum(presence) filter (where side = 'expected'), 0) as expected_presence"
            + ", coalesce(sum(presence) filter (where side = 'found'), 0) as found_presence, " + Rungs.SUMS
            + " from (select 'found' as side, cell_id, presence, " + DIMENSIONS + ", " + Rungs.COLUMNS
            + " from exposure_cell"
            + " union all select 'expected', null, presence, " + DIMENSIONS + ", " + Rungs.COLUMNS
            + " from (select place_id, sum(presence) as presence, " + Rungs.EACH_SUM
            + " from exposure_entry_row group by place_id) told join exposure_place using (place_id)"
            + ") sides group by " + DIMENSIONS
            + " having sum(case side when 'found' then presence else -presence end) <> 0 or " + Rungs.DIFFER
            + ") different order by agency, instrument, cell_id limit " + (Found.NAMED_MAX + 1);

    private CellsAgainstEntries() {}

    static Found compare(Connection connection) throws SQLException {
        return Found.by(
                connection, Kind.CELL, "select count(*) from exposure_cell", COMPARE, CellsAgainstEntries::cell);
    }

    private static Break cell(ResultSet row) throws SQLException {
        var place = new BreakPlace(
                Kind.CELL.name(),
                null,
                null,
                row.getString("agency"),
                row.getString("instrument"),
                row.getString("currency"),
                row.getObject("cell_id", UUID.class),
                row.getString("program"),
                row.getString("mineral"),
                row.getString("segment"),
                row.getString("country"),
                row.getString("obligor"),
                row.getObject("project_id", UUID.class),
                row.getObject("package_id", UUID.class),
                row.getString("status"),
                row.getString("release_class"));
        return new Break(Kind.CELL, row.getString("place_key"), place, Rungs.withPresence(row), null);
    }
}
