package io.lodestone.deals.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Reservations of headroom. A deal has one at a time. */
@ApplicationScoped
class Holds {

    private static final String SELECT = """
            select h.id, h.deal_id, h.release_class, h.expires_on, l.limit_id, l.bucket, l.amount
            from limit_hold h left join limit_hold_line l on l.hold_id = h.id
            where h.ended is null and \
            """;

    private final DataSource database;

    Holds(DataSource database) {
        this.database = database;
    }

    /** The one that has not ended; it may be over and not cleaned up yet. */
    Optional<Hold> of(UUID deal) {
        return read(SELECT + "h.deal_id = ?", select -> select.setObject(1, deal)).stream()
                .findFirst();
    }

    /** Those whose last day was before {@code day} and that nobody has ended. */
    List<Hold> overBefore(LocalDate day, int max) {
        return read(
                SELECT + "h.id in (select id from limit_hold where ended is null and expires_on < ? limit ?)",
                select -> {
                    select.setObject(1, day);
                    select.setInt(2, max);
                });
    }

    void keep(Hold hold) {
        sql(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into limit_hold (id, deal_id, release_class, expires_on) values (?, ?, ?, ?)")) {
                insert.setObject(1, hold.id());
                insert.setObject(2, hold.deal());
                insert.setString(3, hold.releaseClass());
                insert.setObject(4, hold.expiresOn());
                insert.executeUpdate();
            }
            try (var insert = connection.prepareStatement(
                    "insert into limit_hold_line (hold_id, limit_id, bucket, amount) values (?, ?, ?, ?)")) {
                for (var line : hold.amounts().entrySet()) {
                    insert.setObject(1, hold.id());
                    insert.setObject(2, line.getKey().limit());
                    insert.setString(3, line.getKey().name());
                    insert.setBigDecimal(4, line.getValue());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return hold;
        });
    }

    /** False when somebody else has ended it meanwhile. Its limits are locked by who asks. */
    boolean end(UUID hold, Hold.End why) {
        return sql(connection -> {
            try (var update =
                    connection.prepareStatement("update limit_hold set ended = ? where id = ? and ended is null")) {
                update.setString(1, why.name());
                update.setObject(2, hold);
                return update.executeUpdate() == 1;
            }
        });
    }

    private List<Hold> read(String query, Parameters parameters) {
        return sql(connection -> {
            var found = new LinkedHashMap<UUID, Hold>();
            try (var select = connection.prepareStatement(query)) {
                parameters.set(select);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        note(found, rows);
                    }
                }
            }
            return new ArrayList<>(found.values());
        });
    }

    private static void note(Map<UUID, Hold> found, ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        if (!found.containsKey(id)) {
            found.put(
                    id,
                    new Hold(
                            id,
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            new TreeMap<>()));
        }
        var limit = row.getObject(5, UUID.class);
        if (limit != null) {
            found.get(id).amounts().put(new Bucket.Key(limit, row.getString(6)), row.getBigDecimal(7));
        }
    }

    private <T> T sql(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("could not keep the holds: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
