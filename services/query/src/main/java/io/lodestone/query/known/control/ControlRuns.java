package io.lodestone.query.known.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.chassis.json.Json;
import io.lodestone.contracts.deals.ControlTotals;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealsFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps the newest run of control totals that has come whole, and the one that is coming in. A part stands on the topic
 * exactly where it is true; so whatever moves a deal after it, on its partition, is noted with the version before. Then
 * any snapshot of the database tells where every deal stood at the cut. Runs in the feed's transaction.
 */
@ApplicationScoped
public class ControlRuns {

    private static final Logger LOG = Logger.getLogger(ControlRuns.class);

    private static final ObjectMapper JSON = Json.tolerant();

    /** A run that is older than one we have parts of is of no more use: ids are made in the order of time. */
    private static final String ADD_RUN = """
            insert into control_run (id, parts)
            select ?, ? where not exists (select from control_run where id > ?) on conflict do nothing
            """;

    private static final String ADD_PART = """
            insert into control_part (run_id, part, record_offset, lines)
            select id, ?, ?, ?::jsonb from control_run where id = ? on conflict do nothing
            """;

    private static final String MOVED = """
            insert into control_moved (run_id, deal_id, version)
            select p.run_id, f.deal, min(f.version) - 1
            from unnest(?::uuid[], ?::bigint[], ?::int[], ?::bigint[]) f (deal, version, partition, record_offset)
            join control_part p on p.part = f.partition and p.record_offset < f.record_offset
            group by 1, 2 on conflict do nothing
            """;

    /** Of those older than {@code id} only the newest whole one stays, until {@code id} is whole itself. */
    private static final String FORGET = """
            delete from control_run where id < ? and id is distinct from
                (select id from whole_control_run where id <= ? order by id desc limit 1)
            """;

    private final DataSource database;
    private final Event<ControlTotalsHeard> whole;

    ControlRuns(DataSource database, Event<ControlTotalsHeard> whole) {
        this.database = database;
        this.whole = whole;
    }

    public void follow(List<Heard<DealsFact>> heard) {
        try (var connection = database.getConnection()) {
            for (var totals : Heard.only(ControlTotals.class, heard)) {
                take(connection, totals);
            }
            noteMoved(connection, Heard.only(DealEvent.class, heard));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("control totals could not be kept: " + e.getMessage(), e);
        }
    }

    private void take(Connection connection, Heard<ControlTotals> heard) throws SQLException, JsonProcessingException {
        var totals = heard.event();
        if (totals.part() != heard.envelope().partition()) {
            LOG.warnf(
                    "control totals of part %d stand on %d",
                    totals.part(), heard.envelope().partition());
            return;
        }
        run(connection, ADD_RUN, totals.runId(), totals.parts(), totals.runId());
        var lines = JSON.writeValueAsString(totals.lines());
        run(connection, ADD_PART, totals.part(), heard.envelope().offset(), lines, totals.runId());
        run(connection, FORGET, totals.runId(), totals.runId());
        if (isWhole(connection, totals.runId())) {
            whole.fire(new ControlTotalsHeard());
        }
    }

    private static boolean isWhole(Connection connection, UUID run) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from whole_control_run where id = ?")) {
            select.setObject(1, run);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void noteMoved(Connection connection, List<Heard<DealEvent>> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        var at = facts.stream().map(Heard::envelope).toList();
        run(
                connection,
                MOVED,
                connection.createArrayOf(
                        "uuid", at.stream().map(Envelope::subject).toArray()),
                connection.createArrayOf(
                        "bigint", at.stream().map(Envelope::version).toArray()),
                connection.createArrayOf(
                        "int", at.stream().map(Envelope::partition).toArray()),
                connection.createArrayOf(
                        "bigint", at.stream().map(Envelope::offset).toArray()));
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
