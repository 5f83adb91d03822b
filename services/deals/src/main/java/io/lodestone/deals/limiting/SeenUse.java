package io.lodestone.deals.limiting;

import io.lodestone.chassis.http.Sight;
import io.lodestone.deals.limit.Gauge;
import io.lodestone.deals.limiting.LimitView.Uncounted;
import io.lodestone.deals.limiting.LimitView.Use;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The use of limits as a caller may see it. Deals that are PUBLIC or PARTNER are in everybody's sight; those that are
 * RESTRICTED are taken out of the sums of who may not see them.
 */
@ApplicationScoped
class SeenUse {

    private static final String USES = """
            select * from (
                select b.limit_id, b.bucket,
                       b.used - coalesce((
                           select sum(l.amount) from limit_line l
                           where l.limit_id = b.limit_id and l.bucket = b.bucket and l.release_class = 'RESTRICTED'
                             and l.currency = w.currency and not ? and l.agency is distinct from ?), 0) as used,
                       coalesce((
                           select sum(l.amount) from limit_hold_line l
                           join limit_hold h on h.id = l.hold_id join deal d on d.id = h.deal_id
                           where l.limit_id = b.limit_id and l.bucket = b.bucket and h.ended is null
                             and h.expires_on >= ?
                             and (h.release_class <> 'RESTRICTED' or ? or d.agency = ?)), 0) as held,
                       row_number() over (partition by b.limit_id order by b.used desc, b.bucket) as place
                from limit_bucket b join unnest(?, ?) as w (limit_id, currency) on w.limit_id = b.limit_id
            ) seen
            where place <= 100 and (used <> 0 or held <> 0) order by limit_id, place
            """;

    private static final String UNCOUNTED = """
            select currency, sum(amount), count(distinct deal_id) from limit_line
            where limit_id = ? and currency <> ? and (release_class <> 'RESTRICTED' or ? or agency = ?)
            group by currency order by currency
            """;

    private static final String CONTRIBUTORS = """
            select d.id, d.reference, d.agency, d.obligor_name, d.status, sum(l.amount), l.currency,
                   array_remove(array_agg(l.bucket order by l.bucket), '')
            from limit_line l join deal d on d.id = l.deal_id
            where l.limit_id = ? and l.deal_id > ? and (l.bucket = ? or ?)
              and (l.release_class <> 'RESTRICTED' or ? or l.agency = ?)
            group by d.id, l.currency order by d.id limit ?
            """;

    private final DataSource database;

    SeenUse(DataSource database) {
        this.database = database;
    }

    /** By limit. */
    Map<UUID, List<Use>> uses(Collection<Gauge> gauges, Sight sight, LocalDate day) {
        var thresholds = new HashMap<UUID, BigDecimal>();
        gauges.forEach(gauge -> thresholds.put(gauge.id(), gauge.threshold().amount()));
        var found = new HashMap<UUID, List<Use>>();
        ask(
                USES,
                (connection, select) -> {
                    select.setBoolean(1, seesAll(sight));
                    select.setString(2, sight.agency());
                    select.setObject(3, day);
                    select.setBoolean(4, seesAll(sight));
                    select.setString(5, sight.agency());
                    select.setArray(
                            6,
                            connection.createArrayOf(
                                    "uuid", gauges.stream().map(Gauge::id).toArray()));
                    select.setArray(
                            7,
                            connection.createArrayOf(
                                    "text",
                                    gauges.stream()
                                            .map(gauge -> gauge.threshold().currency())
                                            .toArray()));
                },
                row -> {
                    var limit = row.getObject(1, UUID.class);
                    var used = row.getBigDecimal(3);
                    var held = row.getBigDecimal(4);
                    var headroom = thresholds
                            .getOrDefault(limit, BigDecimal.ZERO)
                            .subtract(used)
                            .subtract(held);
                    found.computeIfAbsent(limit, one -> new ArrayList<>())
                            .add(new Use(name(row.getString(2)), used, held, headroom));
                });
        return found;
    }

    List<Uncounted> uncounted(Gauge gauge, Sight sight) {
        var found = new ArrayList<Uncounted>();
        ask(
                UNCOUNTED,
                (connection, select) -> {
                    select.setObject(1, gauge.id());
                    select.setString(2, gauge.threshold().currency());
                    select.setBoolean(3, seesAll(sight));
                    select.setString(4, sight.agency());
                },
                row -> found.add(new Uncounted(row.getString(1), row.getBigDecimal(2), row.getLong(3))));
        return found;
    }

    /** In the order of the deals' ids. @param bucket only those in it; null for all */
    List<Contributor> contributors(Gauge gauge, @Nullable String bucket, Sight sight, UUID after, int max) {
        var found = new ArrayList<Contributor>();
        ask(
                CONTRIBUTORS,
                (connection, select) -> {
                    select.setObject(1, gauge.id());
                    select.setObject(2, after);
                    select.setString(3, bucket);
                    select.setBoolean(4, bucket == null);
                    select.setBoolean(5, seesAll(sight));
                    select.setString(6, sight.agency());
                    select.setInt(7, max);
                },
                row -> found.add(new Contributor(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBigDecimal(6),
                        row.getString(7),
                        gauge.threshold().currency().equals(row.getString(7)),
                        Arrays.asList((String[]) row.getArray(8).getArray()))));
        return found;
    }

    private static boolean seesAll(Sight sight) {
        return sight.classes().contains("RESTRICTED");
    }

    private static @Nullable String name(String bucket) {
        return bucket.isEmpty() ? null : bucket;
    }

    private void ask(String query, Parameters parameters, Reader reader) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            parameters.set(connection, select);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the use of limits: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(Connection connection, PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }
}
