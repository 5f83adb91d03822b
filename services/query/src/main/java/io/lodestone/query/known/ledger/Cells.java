package io.lodestone.query.known.ledger;

import static java.util.stream.Collectors.joining;

import io.lodestone.query.exposure.Line;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.PlacedCell;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Moves the tables {@code exposure_cell_<generation>}. */
@ApplicationScoped
class Cells {

    private static final String COLUMNS = "cell_id, release_class, agency, instrument, program, mineral, segment,"
            + " country, obligor, obligor_lei, package_id, project_id, status, currency, presence, " + Entries.RUNGS;

    private static final String SUMS = Stream.concat(
                    Stream.of("presence"), Arrays.stream(Measure.values()).map(Measure::column))
            .map(column -> column + " = cell." + column + " + excluded." + column)
            .collect(joining(", "));

    /** Each cell is written once, in the order given. */
    void move(Connection connection, Generation generation, Map<PlacedCell, Line> moves) throws SQLException {
        var sql = "insert into " + generation.table("exposure_cell") + " as cell (" + COLUMNS + ") values (?"
                + ", ?".repeat((int) COLUMNS.chars().filter(c -> c == ',').count())
                + ") on conflict (cell_id) do update set " + SUMS;
        try (var upsert = connection.prepareStatement(sql)) {
            for (var move : moves.entrySet()) {
                var placed = move.getKey();
                var deal = placed.cell().deal();
                int at = 1;
                upsert.setObject(at++, placed.id());
                upsert.setString(at++, placed.releaseClass());
                upsert.setString(at++, deal.agency());
                upsert.setString(at++, deal.instrument());
                upsert.setString(at++, deal.program());
                upsert.setString(at++, placed.cell().mineral());
                upsert.setString(at++, placed.cell().segment());
                upsert.setString(at++, placed.cell().country());
                upsert.setString(at++, deal.obligor());
                upsert.setString(at++, deal.obligorLei());
                upsert.setObject(at++, deal.packageId());
                upsert.setObject(at++, deal.projectId());
                upsert.setString(at++, deal.status());
                upsert.setString(at++, deal.currency());
                upsert.setInt(at++, move.getValue().presence());
                for (var measure : Measure.values()) {
                    upsert.setBigDecimal(at++, move.getValue().amounts().of(measure));
                }
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        var left = moves.entrySet().stream()
                .filter(move -> move.getValue().takesAway())
                .map(move -> move.getKey().id())
                .toList();
        if (!left.isEmpty()) {
            forgetEmpty(connection, generation, left);
        }
    }

    /** Money moves on from one status to the next: what stays behind would be read with every answer. */
    private static void forgetEmpty(Connection connection, Generation generation, List<UUID> left) throws SQLException {
        var sql = "delete from " + generation.table("exposure_cell") + " where cell_id = any(?) and (presence, "
                + Entries.RUNGS + ") = (0" + ", 0".repeat(Measure.values().length) + ")";
        try (var delete = connection.prepareStatement(sql)) {
            delete.setArray(1, connection.createArrayOf("uuid", left.toArray()));
            delete.executeUpdate();
        }
    }
}
