package io.lodestone.query.limiting;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.limit.LimitTerms;
import io.lodestone.query.limiting.LimitUsageView.Told;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.Sum;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was told of a limit's use, newest first. A fact whose figures count a RESTRICTED deal is one itself. */
final class LimitTold {

    private static final int LISTED_MAX = 100;

    private LimitTold() {}

    static List<Told> of(Connection connection, LimitTerms limit, @Nullable String bucket, Sight sight)
            throws SQLException {
        var conditions = new Conditions()
                .visibleTo(sight)
                .and("limit_id = ?", (statement, at) -> statement.setObject(at, limit.id()));
        if (bucket != null) {
            conditions.and("bucket = ?", (statement, at) -> statement.setString(at, bucket));
        }
        var told = new ArrayList<Told>();
        var sql = "select * from limit_told where " + conditions.sql() + " order by version desc limit " + LISTED_MAX;
        try (var select = conditions.prepare(connection, sql);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var currency = rows.getString("currency");
                var name = rows.getString("bucket");
                var level = rows.getBigDecimal("level");
                told.add(new Told(
                        rows.getObject("fact_id", UUID.class),
                        rows.getString("type"),
                        rows.getObject("effective_on", LocalDate.class),
                        rows.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        name.isEmpty() ? null : name,
                        Sum.plain(rows.getBigDecimal("threshold"), currency),
                        Sum.plain(rows.getBigDecimal("used"), currency),
                        Sum.plain(rows.getBigDecimal("held"), currency),
                        level == null ? null : level.stripTrailingZeros().toPlainString()));
            }
        }
        return told;
    }
}
