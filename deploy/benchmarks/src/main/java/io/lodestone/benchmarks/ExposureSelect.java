package io.lodestone.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The two statements behind {@code /v1/exposure?by=agency,mineral&country=...}, the undivided figure and the cut, in the
 * words in which PostgreSQL logs them from the service.
 */
final class ExposureSelect {

    private static final String RUNGS = "sum(pipeline) as pipeline, sum(authorized_unsigned) as authorized_unsigned,"
            + " sum(undrawn) as undrawn, sum(outstanding) as outstanding, sum(contingent) as contingent,"
            + " sum(paid) as paid, sum(written_off) as written_off";
    private static final String PLACE = "release_class, agency, instrument, program, country, obligor, obligor_lei,"
            + " package_id, project_id, status, currency";
    private static final String WHERE = " from exposure_cell where release_class = any(?) and country = any(?)";

    private static final String UNDIVIDED = "select currency, " + RUNGS + ", sum(deals)::bigint as deals from (select "
            + PLACE + ", " + RUNGS + ", max(presence) as deals" + WHERE + " group by " + PLACE
            + ") place group by currency order by currency";
    private static final String CUT = "select currency, agency, mineral, " + RUNGS
            + ", sum(deals)::bigint as deals from (select " + PLACE + ", mineral, " + RUNGS
            + ", max(presence) as deals" + WHERE + " and currency = ? group by " + PLACE + ", mineral) place"
            + " group by currency, agency, mineral"
            + " order by agency::text collate \"C\" nulls last, mineral::text collate \"C\" nulls last, currency";

    private final Connection database;
    private final PreparedStatement undivided;
    private final PreparedStatement cut;

    ExposureSelect(Connection database) throws SQLException {
        this.database = database;
        this.undivided = database.prepareStatement(UNDIVIDED);
        this.cut = database.prepareStatement(CUT);
    }

    void run(List<String> countries) throws SQLException {
        undivided.setArray(1, database.createArrayOf("text", new Object[] {"PUBLIC"}));
        undivided.setArray(2, database.createArrayOf("text", countries.toArray()));
        cut.setArray(1, database.createArrayOf("text", new Object[] {"PUBLIC"}));
        cut.setArray(2, database.createArrayOf("text", countries.toArray()));
        cut.setString(3, "USD");
        read(undivided);
        read(cut);
    }

    private static void read(PreparedStatement select) throws SQLException {
        int rows = 0;
        try (var row = select.executeQuery()) {
            while (row.next()) {
                row.getBigDecimal("outstanding");
                rows++;
            }
        }
        if (rows == 0) {
            throw new IllegalStateException("the SELECT finds nothing");
        }
    }
}
