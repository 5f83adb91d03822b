package io.lodestone.query.reconciling;

import static io.lodestone.contracts.exposure.ExposureEvent.EXPOSURE;
import static io.lodestone.query.reconciling.Rows.change;
import static io.lodestone.query.reconciling.Rows.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.http.Trace;
import io.lodestone.chassis.json.Json;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.chassis.time.Ids;
import io.lodestone.contracts.exposure.BreakPlace;
import io.lodestone.contracts.exposure.ExposureEvent.ExposureBreakDetected;
import io.lodestone.contracts.exposure.ExposureEvent.ExposureBreakResolved;
import io.lodestone.query.reconciling.Break.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table {@code exposure_break}: what is told once when it is found, and once when it is in order again. */
@ApplicationScoped
class Breaks {

    private static final ObjectMapper JSON = Json.tolerant();

    private static final String OPEN = "select * from exposure_break where resolved_at is null order by id";

    private final Outbox outbox;
    private final Ids ids;

    Breaks(Outbox outbox, Ids ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    /** In the run's transaction. */
    void settle(Connection connection, UUID run, Instant now, List<Found> found) throws SQLException {
        var cause = new Provenance("service:query", Trace.fresh());
        var known = new HashMap<String, BreakView>();
        for (var open : open(connection)) {
            known.put(open.kind() + open.placeKey(), open);
        }
        for (var comparison : found) {
            for (var one : comparison.breaks()) {
                var open = known.get(one.kind() + one.key());
                if (open == null) {
                    detect(connection, run, now, one, cause);
                } else {
                    update(connection, open.id(), one);
                }
            }
            var broken = comparison.breaks().stream().map(Break::key).collect(Collectors.toSet());
            for (var open : known.values()) {
                if (comparison.hasSettled(Kind.valueOf(open.kind()), open.placeKey(), broken)) {
                    resolve(connection, run, now, open, cause);
                }
            }
        }
    }

    /** Those that are not resolved, oldest first. */
    List<BreakView> open(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(OPEN);
                var rows = select.executeQuery()) {
            var open = new ArrayList<BreakView>();
            while (rows.next()) {
                open.add(view(rows));
            }
            return open;
        }
    }

    private void detect(Connection connection, UUID run, Instant now, Break found, Provenance cause)
            throws SQLException {
        var id = ids.next();
        change(
                connection,
                "insert into exposure_break (kind, place_key, place, differences, reason, detected_in, detected_at, id)"
                        + " values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)",
                found.kind().name(),
                found.key(),
                text(found.place()),
                text(found.differences()),
                found.reason(),
                run,
                now.atOffset(ZoneOffset.UTC),
                id);
        var event = new ExposureBreakDetected(
                id, 1, now, day(now), found.place(), run, found.differences(), found.reason());
        outbox.add(EXPOSURE, event, cause);
    }

    private static void update(Connection connection, UUID id, Break found) throws SQLException {
        change(
                connection,
                "update exposure_break set place = ?::jsonb, differences = ?::jsonb, reason = ? where id = ?",
                text(found.place()),
                text(found.differences()),
                found.reason(),
                id);
    }

    private void resolve(Connection connection, UUID run, Instant now, BreakView open, Provenance cause)
            throws SQLException {
        change(
                connection,
                "update exposure_break set resolved_in = ?, resolved_at = ? where id = ?",
                run,
                now.atOffset(ZoneOffset.UTC),
                open.id());
        outbox.add(EXPOSURE, new ExposureBreakResolved(open.id(), 2, now, day(now), open.place(), run), cause);
    }

    private static BreakView view(ResultSet row) throws SQLException {
        try {
            return new BreakView(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("place_key"),
                    JSON.readValue(row.getString("place"), BreakPlace.class),
                    JSON.readValue(row.getString("differences"), new TypeReference<>() {}),
                    row.getString("reason"),
                    row.getObject("detected_in", UUID.class),
                    row.getObject("detected_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a break of our own does not read any more", e);
        }
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
