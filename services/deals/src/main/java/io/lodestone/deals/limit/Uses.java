package io.lodestone.deals.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** What deals use of limits: a line per deal and bucket, and each bucket's sum of its lines. */
@ApplicationScoped
class Uses {

    private static final String LINES =
            "select limit_id, deal_id, bucket, amount from limit_line where limit_id = any(?) and deal_id = any(?)";

    private static final String PUT_LINE = """
            insert into limit_line (limit_id, deal_id, bucket, amount, currency, agency, release_class)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (limit_id, deal_id, bucket) do update set amount = excluded.amount
            """;

    private static final String DROP_LINE = "delete from limit_line where limit_id = ? and deal_id = ? and bucket = ?";

    private static final String BUCKETS = """
            select w.limit_id, w.bucket, coalesce(b.used, 0), coalesce(b.told, 0),
                   coalesce((select sum(l.amount) from limit_hold_line l join limit_hold h on h.id = l.hold_id
                             where l.limit_id = w.limit_id and l.bucket = w.bucket
                               and h.ended is null and h.expires_on >= ?), 0)
            from unnest(?, ?) as w (limit_id, bucket) left join limit_bucket b using (limit_id, bucket)
            """;

    private static final String PUT_BUCKET = """
            insert into limit_bucket (limit_id, bucket, used, told) values (?, ?, ?, ?)
            on conflict (limit_id, bucket) do update set used = excluded.used, told = excluded.told
            """;

    private static final String ALL_BUCKETS = "select bucket from limit_bucket where limit_id = ?";

    private static final String RESTRICTED = """
            select exists (select from limit_line
                           where limit_id = w.limit_id and bucket = w.bucket and release_class = 'RESTRICTED')
                or exists (select from limit_hold_line l join limit_hold h on h.id = l.hold_id
                           where l.limit_id = w.limit_id and l.bucket = w.bucket
                             and h.ended is null and h.release_class = 'RESTRICTED')
            from (select ?::uuid as limit_id, ?::text as bucket) w
            """;

    private final DataSource database;

    Uses(DataSource database) {
        this.database = database;
    }

    /** What one deal uses of one bucket. Zero takes the line away. */
    record Line(Bucket.Key bucket, Standing deal, BigDecimal amount) {}

    /** Whose line it is. */
    record Whose(UUID limit, UUID deal) {}

    /** What a line was and is. */
    record Change(BigDecimal before, BigDecimal after) {
        BigDecimal difference() {
            return after.subtract(before);
        }

        boolean isNone() {
            return before.compareTo(after) == 0;
        }
    }

    /** The lines of one deal in one limit as they were and are. */
    static Map<Bucket.Key, Change> between(UUID limit, Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        var changes = new TreeMap<Bucket.Key, Change>();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            changes.put(
                    new Bucket.Key(limit, name),
                    new Change(before.getOrDefault(name, BigDecimal.ZERO), after.getOrDefault(name, BigDecimal.ZERO)));
        }
        return changes;
    }

    Map<Whose, Map<String, BigDecimal>> lines(Collection<UUID> limits, Collection<UUID> deals) {
        return sql(connection -> {
            var found = new HashMap<Whose, Map<String, BigDecimal>>();
            try (var select = connection.prepareStatement(LINES)) {
                select.setArray(1, connection.createArrayOf("uuid", limits.toArray()));
                select.setArray(2, connection.createArrayOf("uuid", deals.toArray()));
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        var whose = new Whose(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                        found.computeIfAbsent(whose, one -> new TreeMap<>())
                                .put(rows.getString(3), rows.getBigDecimal(4));
                    }
                }
            }
            return found;
        });
    }

    void put(List<Line> lines) {
        sql(connection -> {
            try (var put = connection.prepareStatement(PUT_LINE);
                    var drop = connection.prepareStatement(DROP_LINE)) {
                for (var line : lines) {
                    var statement = line.amount().signum() == 0 ? drop : put;
                    statement.setObject(1, line.bucket().limit());
                    statement.setObject(2, line.deal().deal());
                    statement.setString(3, line.bucket().name());
                    if (line.amount().signum() != 0) {
                        put.setBigDecimal(4, line.amount());
                        put.setString(5, line.deal().currency());
                        put.setString(6, line.deal().agency());
                        put.setString(7, line.deal().releaseClass());
                    }
                    statement.addBatch();
                }
                drop.executeBatch();
                put.executeBatch();
            }
            return lines;
        });
    }

    /** As they stand now, asking for nothing yet. */
    Map<Bucket.Key, Bucket> buckets(Collection<Bucket.Key> keys, LocalDate day) {
        return sql(connection -> {
            var found = new TreeMap<Bucket.Key, Bucket>();
            try (var select = connection.prepareStatement(BUCKETS)) {
                select.setObject(1, day);
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid", keys.stream().map(Bucket.Key::limit).toArray()));
                select.setArray(
                        3,
                        connection.createArrayOf(
                                "text", keys.stream().map(Bucket.Key::name).toArray()));
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        var key = new Bucket.Key(rows.getObject(1, UUID.class), rows.getString(2));
                        found.put(
                                key,
                                new Bucket(
                                        key,
                                        rows.getBigDecimal(3),
                                        rows.getBigDecimal(5),
                                        rows.getBigDecimal(4),
                                        BigDecimal.ZERO,
                                        BigDecimal.ZERO));
                    }
                }
            }
            return found;
        });
    }

    void keep(Collection<Bucket> buckets) {
        sql(connection -> {
            try (var put = connection.prepareStatement(PUT_BUCKET)) {
                for (var bucket : buckets) {
                    put.setObject(1, bucket.key().limit());
                    put.setString(2, bucket.key().name());
                    put.setBigDecimal(3, bucket.usedAfter());
                    put.setBigDecimal(4, bucket.told());
                    put.addBatch();
                }
                put.executeBatch();
            }
            return buckets;
        });
    }

    /** Every bucket the limit ever had. */
    List<Bucket.Key> bucketsOf(UUID limit) {
        return sql(connection -> {
            var found = new ArrayList<Bucket.Key>();
            try (var select = connection.prepareStatement(ALL_BUCKETS)) {
                select.setObject(1, limit);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Bucket.Key(limit, rows.getString(1)));
                    }
                }
            }
            return found;
        });
    }

    /** Nothing uses it any more, nothing is held in it; what was told of its buckets stays known. */
    void clear(UUID limit) {
        run("delete from limit_hold_line where limit_id = ?", limit);
        run("delete from limit_line where limit_id = ?", limit);
        run("update limit_bucket set used = 0 where limit_id = ?", limit);
    }

    /** True when a figure of the bucket counts a deal that few may see. */
    boolean isRestricted(Bucket.Key key) {
        return sql(connection -> {
            try (var select = connection.prepareStatement(RESTRICTED)) {
                select.setObject(1, key.limit());
                select.setString(2, key.name());
                try (var row = select.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    private void run(String statement, UUID limit) {
        sql(connection -> {
            try (var update = connection.prepareStatement(statement)) {
                update.setObject(1, limit);
                return update.executeUpdate();
            }
        });
    }

    private <T> T sql(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("could not reckon the use of limits: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
