package io.lodestone.query.view;

import io.lodestone.chassis.http.Sight;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Headroom that is reserved. A hold for a deal that the caller may not see does not exist for it. */
public final class LimitHolds {

    private LimitHolds() {}

    /** Over {@code limit_hold h}: those that hold on that day, as the caller may see them. */
    public static Conditions today(LocalDate today, Sight sight) {
        var seen = new Conditions().visibleTo(sight);
        return new Conditions()
                .and("h.ended is null")
                .and("h.expires_on >= ?", (statement, at) -> statement.setObject(at, today))
                .or("h.release_class <> 'RESTRICTED'", seen.inLedger("deal_id = h.deal_id"));
    }

    /** By limit and bucket. */
    public static Map<UUID, Map<String, BigDecimal>> sums(Connection connection, LocalDate today, Sight sight)
            throws SQLException {
        var conditions = today(today, sight);
        var sums = new HashMap<UUID, Map<String, BigDecimal>>();
        var sql = "select h.limit_id, h.bucket, sum(h.amount) from limit_hold h where " + conditions.sql()
                + " group by h.limit_id, h.bucket";
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                sums.computeIfAbsent(rows.getObject(1, UUID.class), limit -> new HashMap<>())
                        .put(rows.getString(2), rows.getBigDecimal(3));
            }
        }
        return sums;
    }
}
