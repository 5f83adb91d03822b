package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedRows.Hold;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** {@link ParkedRows} in PostgreSQL, over the connection of one open transaction. */
final class JdbcParkedRows implements ParkedRows {

    private static final String COLUMNS = "id, topic, partition, record_offset, record_key, headers, data, status";

    private final Connection connection;
    private final Instant now;

    JdbcParkedRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    @Override
    public void lockTopic(String topic) {
        run("select 1 from feed_offset where topic = ? order by partition for update", select -> {
            select.setString(1, topic);
            return select.execute();
        });
    }

    @Override
    public Optional<Entry> find(long id) {
        return run("select " + COLUMNS + " from parked_fact where id = ? and status <> 'SKIPPED'", select -> {
            select.setLong(1, id);
            return entries(select.executeQuery()).stream().findFirst();
        });
    }

    @Override
    public List<Entry> queue(Key key, int limit) {
        return run(
                "select " + COLUMNS + " from parked_fact where topic = ? and subject = ?"
                        + " and status in ('BLOCKING', 'WAITING') order by version, id limit ?",
                select -> {
                    select.setString(1, key.topic());
                    select.setObject(2, key.subject());
                    select.setInt(3, limit);
                    return entries(select.executeQuery());
                });
    }

    @Override
    public OptionalLong blocking(Key key) {
        return run("select id from parked_fact where topic = ? and subject = ? and status = 'BLOCKING'", select -> {
            select.setString(1, key.topic());
            select.setObject(2, key.subject());
            try (var row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    @Override
    public void remove(Collection<Long> ids) {
        run("delete from parked_fact where id = any(?)", delete -> {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            return delete.executeUpdate();
        });
    }

    @Override
    public void block(Entry entry, String cause) {
        run("""
                update parked_fact set status = 'WAITING', cause = ?
                where topic = ? and subject = ? and status = 'BLOCKING' and id <> ?
                """, update -> {
            update.setString(1, Admission.WAITS);
            update.setString(2, entry.key().topic());
            update.setObject(3, entry.key().subject());
            update.setLong(4, entry.id());
            return update.executeUpdate();
        });
        run("update parked_fact set status = 'BLOCKING', cause = ? where id = ?", update -> {
            update.setString(1, JdbcFeedRows.cause(cause));
            update.setLong(2, entry.id());
            return update.executeUpdate();
        });
    }

    @Override
    public void skip(Entry entry, Skip skip) {
        run("""
                update parked_fact set status = 'SKIPPED', skipped_by = ?, reason = ?, skipped_at = ? where id = ?
                """, update -> {
            update.setString(1, skip.by());
            update.setString(2, skip.reason());
            update.setTimestamp(3, Timestamp.from(now));
            update.setLong(4, entry.id());
            return update.executeUpdate();
        });
    }

    private <R> R run(String sql, JdbcFeedRows.Query<R> query) {
        return JdbcFeedRows.run(connection, sql, query);
    }

    private static List<Entry> entries(ResultSet found) throws SQLException {
        try (found) {
            var entries = new ArrayList<Entry>();
            while (found.next()) {
                var message = new Message(
                        new TopicPartition(found.getString(2), found.getInt(3)),
                        found.getLong(4),
                        found.getString(5),
                        headers(found.getString(6)),
                        found.getBytes(7));
                entries.add(new Entry(found.getLong(1), message, Hold.valueOf(found.getString(8))));
            }
            return entries;
        }
    }

    private static Map<String, String> headers(String lines) {
        var headers = new LinkedHashMap<String, String>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            }
        });
        return headers;
    }
}
