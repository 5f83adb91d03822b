package io.lodestone.projects.known;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.projects.project.Support;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Every deal that projects has heard of. A line is kept even when its project is not known yet. */
@ApplicationScoped
public class DealLines {

    private static final String LINES = """
            select deal_id, version, project_id, agency, release_class, currency, pipeline, authorized, signed
            from deal_line where deal_id = any(?)
            """;

    private static final String KEEP = """
            insert into deal_line
                (deal_id, version, project_id, agency, release_class, currency, pipeline, authorized, signed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (deal_id) do update set version = excluded.version, project_id = excluded.project_id,
                agency = excluded.agency, release_class = excluded.release_class, currency = excluded.currency,
                pipeline = excluded.pipeline, authorized = excluded.authorized, signed = excluded.signed
            """;

    /** Kept by the difference: a project may have thousands of deals, and each fact of one of them asks. */
    private static final String SUPPORT = """
            select project_id, agency, release_class, currency, pipeline, authorized, signed from project_support
            where project_id = any(?) order by project_id, agency, release_class, currency
            """;

    private final DataSource database;

    DealLines(DataSource database) {
        this.database = database;
    }

    /** The latest fact of a deal wins, whatever comes twice. Part of the caller's transaction. */
    public void note(List<DealEvent> facts) {
        var newest = new HashMap<UUID, DealLine>();
        facts.forEach(fact -> newest.merge(fact.subject(), DealLine.of(fact), DealLine::newer));
        try (var connection = database.getConnection()) {
            var moves = new SupportMoves();
            for (var known : lines(connection, newest.keySet())) {
                if (newest.merge(known.dealId(), known, DealLine::newer).version() > known.version()) {
                    moves.take(known);
                } else {
                    newest.remove(known.dealId());
                }
            }
            newest.values().forEach(moves::add);
            keep(connection, newest.values());
            moves.write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the deals of projects could not be kept: " + e.getMessage(), e);
        }
    }

    /** What the project's deals promise, added up by agency, release class and currency. */
    public List<Support> supportOf(UUID projectId) {
        return supportOf(List.of(projectId)).getOrDefault(projectId, List.of());
    }

    /** As {@link #supportOf(UUID)}, project by project; one that no deal is for is missing. */
    public Map<UUID, List<Support>> supportOf(Collection<UUID> projects) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SUPPORT)) {
            select.setArray(1, connection.createArrayOf("uuid", projects.toArray()));
            try (var rows = select.executeQuery()) {
                var supports = new HashMap<UUID, List<Support>>();
                while (rows.next()) {
                    supports.computeIfAbsent(rows.getObject("project_id", UUID.class), _ -> new ArrayList<>())
                            .add(support(rows));
                }
                return supports;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the support of projects could not be read: " + e.getMessage(), e);
        }
    }

    private static List<DealLine> lines(Connection connection, Collection<UUID> deals) throws SQLException {
        try (var select = connection.prepareStatement(LINES)) {
            select.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            try (var rows = select.executeQuery()) {
                var lines = new ArrayList<DealLine>();
                while (rows.next()) {
                    lines.add(line(rows));
                }
                return lines;
            }
        }
    }

    private static void keep(Connection connection, Collection<DealLine> lines) throws SQLException {
        try (var upsert = connection.prepareStatement(KEEP)) {
            for (var line : lines) {
                upsert.setObject(1, line.dealId());
                upsert.setLong(2, line.version());
                upsert.setObject(3, line.projectId());
                upsert.setString(4, line.agency());
                upsert.setString(5, line.releaseClass());
                upsert.setString(6, line.currency());
                upsert.setBigDecimal(7, line.pipeline());
                upsert.setBigDecimal(8, line.authorized());
                upsert.setBigDecimal(9, line.signed());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static DealLine line(ResultSet row) throws SQLException {
        return new DealLine(
                row.getObject("deal_id", UUID.class),
                row.getLong("version"),
                row.getObject("project_id", UUID.class),
                row.getString("agency"),
                row.getString("release_class"),
                row.getString("currency"),
                row.getBigDecimal("pipeline"),
                row.getBigDecimal("authorized"),
                row.getBigDecimal("signed"));
    }

    private static Support support(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Support(
                row.getString("agency"),
                row.getString("release_class"),
                new Money(row.getBigDecimal("pipeline"), currency),
                new Money(row.getBigDecimal("authorized"), currency),
                new Money(row.getBigDecimal("signed"), currency));
    }
}
