package io.lodestone.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The SELECT behind {@code /v1/exposure?by=agency,mineral}, as PostgreSQL logs it from the service. */
final class ExposureSelect {

    private static final String RUNGS = "sum(pipeline) as pipeline, sum(authorized_unsigned) as authorized_unsigned,"
            + " sum(undrawn) as undrawn, sum(outstanding) as outstanding, sum(contingent) as contingent,"
            + " sum(paid) as paid, sum(written_off) as written_off";

    private ExposureSelect() {}

    static PreparedStatement prepare(Connection database) throws SQLException {
        var select = database.prepareStatement("select currency, agency, mineral, " + RUNGS
                + ", count(*) filter (where presence > 0) as deals from (select deal_id, currency, agency, mineral, "
                + RUNGS + ", sum(presence) as presence from exposure_entry where release_class = any(?)"
                + " and effective_on <= current_date and currency = ? group by deal_id, currency, agency, mineral)"
                + " by_deal group by currency, agency, mineral"
                + " order by agency::text collate \"C\" nulls last, mineral::text collate \"C\" nulls last, currency");
        select.setArray(1, database.createArrayOf("text", new Object[] {"PUBLIC"}));
        select.setString(2, "USD");
        return select;
    }

    static void read(PreparedStatement select) throws SQLException {
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
