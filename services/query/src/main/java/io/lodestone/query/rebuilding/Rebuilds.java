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

    /**
     * One that nobody works on any longer.
     *
     * @param attempt counts the beginnings of the same rebuild from 1
     */
    record Interrupted(String begunBy, int attempt) {}

    void begin(Connection connection, UUID id, String by, int attempt) throws SQLException {
        change(
                connection,
                "insert into read_model_rebuild (status, begun_by, begun_at, attempt, id)"
                        + " values ('RUNNING', ?, ?, ?, ?)",
                by,
                now(),
                attempt,
                id);
    }

    void frozen(Connection connection, UUID id, Generation generation, Object position, long toHear)
            throws SQLException {
        change(
                connection,
                "update read_model_rebuild set generation = ?, position = ?::jsonb, to_hear = ? where id = ?",
                generation.id(),
                text(position),
                toHear,
                id);
    }

    void heard(Connection connection, UUID id, long more) throws SQLException {
        change(connection, "update read_model_rebuild set heard = heard + ? where id = ?", more, id);
    }

    void end(Connection connection, UUID id, String status, @Nullable Object differences, @Nullable String detail)
            throws SQLException {
        change(
                connection,
                "update read_model_rebuild set status = ?, differences = ?::jsonb, detail = ?, ended_at = ? where id = ?",
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

    /** Of several at most one can have been running. */
    Optional<Interrupted> interrupt(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement(
                "update read_model_rebuild set status = 'INTERRUPTED', ended_at = ?, detail = 'The service that made it"
                        + " ended. What it left half made is cleared away by the next rebuild.'"
                        + " where status = 'RUNNING' returning begun_by, attempt")) {
            update.setObject(1, now());
            try (var row = update.executeQuery()) {
                return row.next() ? Optional.of(new Interrupted(row.getString(1), row.getInt(2))) : Optional.empty();
            }
        }
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
        long rate = RebuildView.perSecond(begunAt, endedAt == null ? clock.instant() : endedAt, heard);
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

    private static void change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var change = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            change.executeUpdate();
        }
    }
}
