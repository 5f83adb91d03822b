package io.lodestone.query.limiting;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.limiting.LimitUsageView.Hold;
import io.lodestone.query.view.LimitHolds;
import io.lodestone.query.view.Sum;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads headroom that is reserved today. A hold for a deal that the caller may not see does not exist for it. */
final class Holds {

    private static final int LISTED_MAX = 100;

    private Holds() {}

    /** Of one limit, those that end first. */
    static List<Hold> of(Connection connection, UUID limit, LocalDate today, Sight sight) throws SQLException {
        var conditions =
                LimitHolds.today(today, sight).and("h.limit_id = ?", (statement, at) -> statement.setObject(at, limit));
        var holds = new ArrayList<Hold>();
        var sql = "select h.hold_id, h.deal_id, h.bucket, h.amount, h.currency, h.expires_on from limit_hold h where "
                + conditions.sql() + " order by h.expires_on, h.hold_id, h.bucket limit " + LISTED_MAX;
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var bucket = rows.getString("bucket");
                holds.add(new Hold(
                        rows.getObject("hold_id", UUID.class),
                        rows.getObject("deal_id", UUID.class),
                        bucket.isEmpty() ? null : bucket,
                        Sum.plain(rows.getBigDecimal("amount"), rows.getString("currency")),
                        rows.getObject("expires_on", LocalDate.class)));
            }
        }
        return holds;
    }
}
