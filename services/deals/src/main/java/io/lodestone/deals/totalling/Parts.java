package io.lodestone.deals.totalling;

import io.lodestone.chassis.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/** The table {@code control_totals_part}: whose facts the totals are, one subject for each partition. */
@ApplicationScoped
class Parts {

    /** A partition is missed this often with a chance of 10^-17 among a hundred. */
    private static final int DRAWS_PER_PART_MAX = 4_000;

    private final Ids ids;

    Parts(Ids ids) {
        this.ids = ids;
    }

    /** @param version of the fact that is written now */
    record Part(UUID subject, long version) {}

    /** One for each partition, in their order, each a version on. */
    List<Part> next(Connection connection, int parts) throws SQLException {
        var next = advance(connection, parts);
        if (next.isEmpty()) {
            draw(connection, parts);
            return advance(connection, parts);
        }
        return next;
    }

    private static List<Part> advance(Connection connection, int parts) throws SQLException {
        try (var update = connection.prepareStatement("""
                with moved as (
                    update control_totals_part set version = version + 1 where parts = ? returning part, subject, version)
                select subject, version from moved order by part
                """)) {
            update.setInt(1, parts);
            var moved = new ArrayList<Part>();
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    moved.add(new Part(rows.getObject(1, UUID.class), rows.getLong(2)));
                }
            }
            return moved;
        }
    }

    private void draw(Connection connection, int parts) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into control_totals_part (parts, part, subject, version) values (?, ?, ?, 0)")) {
            for (int part = 0; part < parts; part++) {
                insert.setInt(1, parts);
                insert.setInt(2, part);
                insert.setObject(3, subjectOn(part, parts));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private UUID subjectOn(int part, int parts) {
        for (int draw = 0; draw < DRAWS_PER_PART_MAX; draw++) {
            var id = ids.next();
            if (partition(id, parts) == part) {
                return id;
            }
        }
        throw new IllegalStateException("no id was found that Kafka puts on partition " + part + " of " + parts);
    }

    /** Where Kafka puts a record with this key. */
    static int partition(UUID key, int parts) {
        return Utils.toPositive(Utils.murmur2(key.toString().getBytes(StandardCharsets.UTF_8))) % parts;
    }
}
