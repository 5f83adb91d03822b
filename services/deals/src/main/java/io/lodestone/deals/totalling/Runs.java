package io.lodestone.deals.totalling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.json.Json;
import io.lodestone.contracts.deals.ControlTotals.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code control_totals_run}. */
@ApplicationScoped
class Runs {

    private static final String SHOWN = "id, taken_at, taken_by, parts";

    private static final ObjectMapper JSON = Json.tolerant();

    void add(Connection connection, ControlTotalsView run) throws SQLException {
        try (var insert = connection.prepareStatement("insert into control_totals_run values (?, ?, ?, ?, ?::jsonb)")) {
            insert.setObject(1, run.id());
            insert.setObject(2, run.takenAt().atOffset(ZoneOffset.UTC));
            insert.setString(3, run.takenBy());
            insert.setInt(4, run.parts());
            insert.setString(5, JSON.writeValueAsString(run.lines()));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the totals could not be written as JSON", e);
        }
    }

    /** When the last one was; empty before the first. */
    Optional<Instant> last(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select max(taken_at) from control_totals_run");
                var row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }

    Optional<ControlTotalsView> find(Connection connection, UUID id) throws SQLException {
        try (var select =
                connection.prepareStatement("select " + SHOWN + ", lines from control_totals_run where id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(view(row, lines(row.getString(5)))) : Optional.empty();
            }
        }
    }

    /** The newest first, their lines left out, after the one that the page before ended with. */
    List<ControlTotalsView> list(Connection connection, @Nullable UUID after, int max) throws SQLException {
        try (var select = connection.prepareStatement("select " + SHOWN
                + " from control_totals_run where ?::uuid is null or id < ?::uuid order by id desc limit ?")) {
            select.setObject(1, after);
            select.setObject(2, after);
            select.setInt(3, max);
            var runs = new ArrayList<ControlTotalsView>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    runs.add(view(rows, null));
                }
            }
            return runs;
        }
    }

    private static ControlTotalsView view(ResultSet row, @Nullable List<Line> lines) throws SQLException {
        return new ControlTotalsView(
                row.getObject(1, UUID.class),
                Objects.requireNonNull(row.getObject(2, OffsetDateTime.class)).toInstant(),
                row.getString(3),
                row.getInt(4),
                lines);
    }

    private static List<Line> lines(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("totals of our own do not read any more", e);
        }
    }
}
