package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What is parked here, to be looked at. */
@ApplicationScoped
public class ParkedFacts {

    private static final String SELECT = """
            select id, topic, partition, record_offset, record_key, subject, type, version, headers, cause, status, parked_at,
                case when status = 'BLOCKING' then (select count(*) from parked_fact w
                    where w.topic = p.topic and w.subject = p.subject and w.status = 'WAITING') end as waiting,
                data, skipped_by, skipped_at, reason
            from parked_fact p
            """;

    private final DataSource database;

    ParkedFacts(DataSource database) {
        this.database = database;
    }

    /** How a parked record stands to later facts of its key. */
    public enum Status {
        /** It could not be taken in; later facts of its key wait behind it. */
        BLOCKING,
        /** It waits behind a blocking one. */
        WAITING,
        /** It is no fact of any key that could be told; nobody waits for it. */
        ASIDE,
        /** An operator gave it up. */
        SKIPPED
    }

    /**
     * One parked record.
     *
     * @param key           of the record as it came
     * @param subject       of the fact, null when it is none, like {@code type} and {@code version}
     * @param headers       one to a line, {@code name: value}
     * @param waitingBehind how many facts wait behind it; null unless it is blocking
     * @param data          null when there is none or it is not UTF-8 text; in lists cut off
     * @param skippedBy     who gave it up, with {@code skippedAt} and {@code reason}; null unless it is skipped
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ParkedFact(
            long id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable UUID subject,
            @Nullable String type,
            @Nullable Long version,
            String headers,
            String cause,
            Status status,
            Instant parkedAt,
            @Nullable Long waitingBehind,
            @Nullable String data,
            @Nullable String skippedBy,
            @Nullable Instant skippedAt,
            @Nullable String reason) {}

    /** At most {@code limit} parked records of those statuses with an id above {@code after}, oldest first. */
    public List<ParkedFact> list(List<Status> statuses, long after, int limit) {
        var names = statuses.stream().map(Status::name).toArray();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT.replace(" data,", " substring(data for 2000),")
                        + "where status = any(?) and id > ? order by id limit ?")) {
            select.setArray(1, connection.createArrayOf("text", names));
            select.setLong(2, after);
            select.setInt(3, limit);
            var facts = new ArrayList<ParkedFact>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    facts.add(fact(rows));
                }
            }
            return facts;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the parked facts", e);
        }
    }

    /** One record with all of its data; empty when nothing was ever parked under that id, or it was taken in since. */
    public Optional<ParkedFact> find(long id) {
        return one("where id = ?", select -> select.setLong(1, id));
    }

    /** The one that holds back a key; empty when nobody does. */
    public Optional<ParkedFact> blocking(String topic, UUID subject) {
        return one("where topic = ? and subject = ? and status = 'BLOCKING'", select -> {
            select.setString(1, topic);
            select.setObject(2, subject);
        });
    }

    private Optional<ParkedFact> one(String where, Parameters parameters) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT + where)) {
            parameters.set(select);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(fact(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read a parked fact", e);
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement select) throws SQLException;
    }

    private static ParkedFact fact(ResultSet row) throws SQLException {
        return new ParkedFact(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                (Long) row.getObject(8),
                row.getString(9),
                row.getString(10),
                Status.valueOf(row.getString(11)),
                row.getTimestamp(12).toInstant(),
                (Long) row.getObject(13),
                text(row.getBytes(14)),
                row.getString(15),
                instant(row.getTimestamp(16)),
                row.getString(17));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Null for what is not text; a character that was cut in two at the end is left out. */
    private static @Nullable String text(byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        for (int cut = 0; cut <= Math.min(3, data.length); cut++) {
            try {
                var whole = Arrays.copyOf(data, data.length - cut);
                return UTF_8.newDecoder().decode(ByteBuffer.wrap(whole)).toString();
            } catch (CharacterCodingException e) {
                // tried again without the last byte
            }
        }
        return null;
    }
}
