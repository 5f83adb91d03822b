package io.lodestone.query.reconciling;

import static io.lodestone.query.reconciling.Rows.change;
import static io.lodestone.query.reconciling.Rows.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code reconciliation}. */
@ApplicationScoped
class Reconciliations {

    private static final int SHOWN_MAX = 20;

    /** What a run came to. */
    record Outcome(
            @Nullable UUID controlRun, Map<String, Map<Integer, Long>> position, long cells, long deals, int breaks) {

        String status() {
            return breaks == 0 ? "EQUAL" : "DIFFERENT";
        }
    }

    void begin(Connection connection, UUID id, String by, Instant now) throws SQLException {
        change(
                connection,
                "insert into reconciliation (status, asked_by, begun_at, id) values ('RUNNING', ?, ?, ?)",
                by,
                now.atOffset(ZoneOffset.UTC),
                id);
    }

    /** Who runs runs alone, so what an earlier one left was killed. */
    void interruptEarlier(Connection connection, UUID id) throws SQLException {
        change(connection, "update reconciliation set status = 'INTERRUPTED' where status = 'RUNNING' and id < ?", id);
    }

    void end(Connection connection, UUID id, Outcome outcome, Instant now) throws SQLException {
        change(
                connection,
                "update reconciliation set status = ?, control_run = ?, position = ?::jsonb, cells = ?, deals = ?,"
                        + " breaks = ?, ended_at = ? where id = ?",
                outcome.status(),
                outcome.controlRun(),
                text(outcome.position()),
                outcome.cells(),
                outcome.deals(),
                outcome.breaks(),
                now.atOffset(ZoneOffset.UTC),
                id);
    }

    void fail(Connection connection, UUID id, String detail, Instant now) throws SQLException {
        change(
                connection,
                "update reconciliation set status = 'FAILED', detail = ?, ended_at = ? where id = ?",
                detail,
                now.atOffset(ZoneOffset.UTC),
                id);
    }

    /** The newest first, at most 20. */
    List<ReconciliationView> newest(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select * from reconciliation order by id desc limit " + SHOWN_MAX);
                var rows = select.executeQuery()) {
            var views = new ArrayList<ReconciliationView>();
            while (rows.next()) {
                views.add(view(rows));
            }
            return views;
        }
    }

    Optional<ReconciliationView> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement("select * from reconciliation where id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(view(row)) : Optional.empty();
            }
        }
    }

    private static ReconciliationView view(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ReconciliationView(
                row.getObject("id", UUID.class),
                row.getString("status"),
                row.getString("asked_by"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getObject("control_run", UUID.class),
                row.getString("position"),
                row.getObject("cells", Long.class),
                row.getObject("deals", Long.class),
                row.getObject("breaks", Integer.class),
                row.getString("detail"));
    }
}
