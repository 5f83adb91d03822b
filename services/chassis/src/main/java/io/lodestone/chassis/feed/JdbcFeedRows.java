package io.lodestone.chassis.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** {@link FeedRows} in PostgreSQL, over the connection of one open transaction. */
final class JdbcFeedRows implements FeedRows {

    private static final int CAUSE_CHARACTERS_MAX = 1000;

    private final Connection connection;
    private final Instant now;

    JdbcFeedRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    @Override
    public Map<TopicPartition, Long> lock(Set<TopicPartition> partitions) {
        return run("""
                select topic, partition, next_offset from feed_offset
                where (topic, partition) in (select * from unnest(?, ?))
                order by topic, partition for update
                """, select -> {
            bind(select, 1, List.copyOf(partitions));
            var next = new HashMap<TopicPartition, Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
            }
            return next;
        });
    }

    @Override
    public void advance(Map<TopicPartition, Long> next) {
        run("""
                update feed_offset f set next_offset = n.next_offset
                from unnest(?, ?, ?) n (topic, partition, next_offset)
                where f.topic = n.topic and f.partition = n.partition
                """, update -> {
            var partitions = List.copyOf(next.keySet());
            bind(update, 1, partitions);
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", partitions.stream().map(next::get).toArray()));
            return update.executeUpdate();
        });
    }

    /** Topics at {@code at}, their partitions behind. */
    private void bind(PreparedStatement statement, int at, List<TopicPartition> partitions) throws SQLException {
        statement.setArray(
                at,
                connection.createArrayOf(
                        "text", partitions.stream().map(TopicPartition::topic).toArray()));
        statement.setArray(
                at + 1,
                connection.createArrayOf(
                        "int",
                        partitions.stream().map(TopicPartition::partition).toArray()));
    }

    @Override
    public Map<UUID, Long> versions(String topic, Collection<UUID> subjects) {
        return run("select subject, version from feed_subject where topic = ? and subject = any(?)", select -> {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
            var versions = new HashMap<UUID, Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
            return versions;
        });
    }

    @Override
    public void remember(String topic, Map<UUID, Long> versions) {
        run("""
                insert into feed_subject (topic, subject, version) select ?, * from unnest(?, ?)
                on conflict (topic, subject) do update set version = excluded.version
                """, upsert -> {
            upsert.setString(1, topic);
            upsert.setArray(
                    2, connection.createArrayOf("uuid", versions.keySet().toArray()));
            upsert.setArray(
                    3, connection.createArrayOf("bigint", versions.values().toArray()));
            return upsert.executeUpdate();
        });
    }

    @Override
    public Set<UUID> blocked(String topic, Collection<UUID> subjects) {
        return run(
                "select subject from parked_fact where topic = ? and status = 'BLOCKING' and subject = any(?)",
                select -> {
                    select.setString(1, topic);
                    select.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
                    var blocked = new HashSet<UUID>();
                    try (var rows = select.executeQuery()) {
                        while (rows.next()) {
                            blocked.add(rows.getObject(1, UUID.class));
                        }
                    }
                    return blocked;
                });
    }

    @Override
    public void park(Parking parking) {
        var message = parking.message();
        var envelope = parking.envelope();
        run("""
                insert into parked_fact (topic, partition, record_offset, record_key, headers, data, cause, parked_at,
                    status, subject, version, type)
                select p.* from (values (?, ?::int, ?::bigint, ?, ?, ?::bytea, ?, ?::timestamptz, ?, ?::uuid, ?::bigint, ?))
                    p (topic, partition, record_offset, record_key, headers, data, cause, parked_at,
                        status, subject, version, type)
                where not exists (select 1 from parked_fact o
                    where o.topic = p.topic and o.subject = p.subject and o.version = p.version
                        and o.status in ('BLOCKING', 'WAITING'))
                """, insert -> {
            insert.setString(1, message.topic());
            insert.setInt(2, message.partition().partition());
            insert.setLong(3, message.offset());
            insert.setString(4, message.key() == null ? null : storable(message.key()));
            insert.setString(5, headers(message));
            insert.setBytes(6, message.data());
            insert.setString(7, cause(parking.cause()));
            insert.setTimestamp(8, Timestamp.from(now));
            insert.setString(9, parking.hold().name());
            insert.setObject(10, envelope == null ? null : envelope.subject());
            insert.setObject(11, envelope == null ? null : envelope.version());
            insert.setString(12, envelope == null ? null : storable(envelope.type()));
            return insert.executeUpdate();
        });
    }

    @Override
    public ParkedRows parked() {
        return new JdbcParkedRows(connection, now);
    }

    /** Fit to be stored as a cause: whatever it quotes. */
    static String cause(String text) {
        var storable = storable(text);
        return storable.length() > CAUSE_CHARACTERS_MAX ? storable.substring(0, CAUSE_CHARACTERS_MAX) : storable;
    }

    private static String headers(Message message) {
        return message.headers().entrySet().stream()
                .map(header -> storable(header.getKey()) + ": " + storable(header.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** A bad record must not make its own parking fail: what PostgreSQL refuses in texts, and line ends, are replaced. */
    private static String storable(String text) {
        return text.replaceAll("[\\u0000\\r\\n]", "\uFFFD");
    }

    private <R> R run(String sql, Query<R> query) {
        return run(connection, sql, query);
    }

    static <R> R run(Connection connection, String sql, Query<R> query) {
        try (var statement = connection.prepareStatement(sql)) {
            return query.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused what a feed does: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    interface Query<R> {
        R on(PreparedStatement statement) throws SQLException;
    }
}
