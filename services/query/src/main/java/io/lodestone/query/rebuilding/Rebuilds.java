package io.lodestone.query.rebuilding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.query.known.ledger.Generation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code read_model_rebuild}. */
@ApplicationScoped
class Rebuilds {

    private static final int SHOWN_MAX = 50;

    private final Clock clock;
    private final ObjectMapper json;

    Rebuilds(Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    void begin(Connection connection, UUID id, String by) throws SQLException {
        change(
                connection,
                "insert into read_model_rebuild (status, begun_by, begun_at, id) values ('RUNNING', ?, ?, ?)",
                by,
                now(),
                id);
    }

    boolean isRunning(Connection connection) throws SQLException {
        return !ids(connection, "select id from read_model_rebuild where status = 'RUNNING'")
                .isEmpty();
    }

    boolean isRunning(Connection connection, UUID id) throws SQLException {
        return !ids(connection, "select id from read_model_rebuild where status = 'RUNNING' and id = ?", id)
                .isEmpty();
    }

    /**
     * The one that nobody works on any longer, which is gone on with from here. Waits for what a killed service may still
     * have under way.
     */
    Optional<UUID> goOn(Connection connection, int attemptsMax) throws SQLException {
        return ids(
                        connection,
                        "update read_model_rebuild set attempt = attempt + 1, resumed_at = ?, resumed_heard = heard"
                                + " where status = 'RUNNING' and attempt < ? returning id",
                        now(),
                        attemptsMax)
                .stream()
                .findFirst();
    }

    /** From here on its generation is filled. */
    void frozen(Connection connection, UUID id, Generation generation, Object position, long toHear)
            throws SQLException {
        change(connection, "delete from read_model_rebuild_step where rebuild = ?", id);
        change(
                connection,
                "update read_model_rebuild set generation = ?, position = ?::jsonb, to_hear = ?, heard = 0,"
                        + " resumed_heard = 0 where id = ?",
                generation.id(),
                text(position),
                toHear,
                id);
    }

    /** Unless it has ended already. */
    void end(Connection connection, UUID id, String status, @Nullable Object differences, @Nullable String detail)
            throws SQLException {
        change(
                connection,
                "update read_model_rebuild set status = ?, differences = ?::jsonb, detail = ?, ended_at = ?"
                        + " where id = ? and status = 'RUNNING'",
                status,
                differences == null ? null : text(differences),
                detail,
                now(),
                id);
    }

    void former(Connection connection, UUID id, Generation former) throws SQLException {
        change(connection, "update read_model_rebuild set former = ? where id = ?", former.id(), id);
    }

    void decided(Connection connection, UUID id, String status, String by, String reason) throws SQLException {
        change(
                connection,
                "update read_model_rebuild set status = ?, decided_by = ?, reason = ? where id = ?",
                status,
                by,
                reason,
                id);
    }

    /** One that nobody works on any longer, which is not gone on with. */
    void interrupt(Connection connection) throws SQLException {
        change(
                connection,
                "update read_model_rebuild set status = 'INTERRUPTED', ended_at = ?, detail = 'The service that made it"
                        + " ended. What it left half made is cleared away by the next rebuild.'"
                        + " where status = 'RUNNING'",
                now());
    }

    /** Of a rebuild in that status, the generation it filled or the one that was live before it. */
    Optional<Generation> generation(Connection connection, UUID id, String status, boolean former) throws SQLException {
        var sql = "select " + (former ? "former" : "generation")
                + " from read_model_rebuild where id = ? and status = ? for update";
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            select.setString(2, status);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(new Generation(row.getInt(1))) : Optional.empty();
            }
        }
    }

    Optional<RebuildView> find(Connection connection, UUID id) throws SQLException {
        return views(connection, "where id = '" + id + "'").stream().findFirst();
    }

    /** The newest ones, newest first. */
    List<RebuildView> newest(Connection connection) throws SQLException {
        return views(connection, "order by begun_at desc limit " + SHOWN_MAX);
    }

    private List<RebuildView> views(Connection connection, String which) throws SQLException {
        try (var select = connection.prepareStatement("select * from read_model_rebuild " + which);
                var rows = select.executeQuery()) {
            var views = new ArrayList<RebuildView>();
            while (rows.next()) {
                views.add(view(rows));
            }
            return views;
        }
    }

    private RebuildView view(ResultSet row) throws SQLException {
        var begunAt = row.getObject("begun_at", OffsetDateTime.class).toInstant();
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        Instant endedAt = ended == null ? null : ended.toInstant();
        long heard = row.getLong("heard");
        long left = row.getLong("to_hear") - heard;
        var resumed = row.getObject("resumed_at", OffsetDateTime.class);
        long rate = RebuildView.perSecond(
                resumed == null ? begunAt : resumed.toInstant(),
                endedAt == null ? clock.instant() : endedAt,
                heard - row.getLong("resumed_heard"));
        return new RebuildView(
                row.getObject("id", UUID.class),
                row.getObject("generation", Integer.class),
                row.getString("status"),
                begunAt,
                row.getString("begun_by"),
                row.getInt("attempt"),
                endedAt,
                row.getLong("to_hear"),
                heard,
                rate,
                endedAt != null ? Long.valueOf(0) : rate == 0 ? null : Long.valueOf(left / rate),
                row.getString("position"),
                row.getString("differences"),
                row.getString("detail"),
                row.getString("decided_by"),
                row.getString("reason"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not be written as JSON", e);
        }
    }

    private static List<UUID> ids(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    private static void change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var change = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            change.executeUpdate();
        }
    }
}
