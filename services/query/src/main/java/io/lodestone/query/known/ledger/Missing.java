package io.lodestone.query.known.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a table does not have yet. One writer at a time adds what is of the same deals, so it stays missing until then. */
final class Missing {

    private Missing() {}

    /** @param named by the id that it has in that column */
    static <V> Map<UUID, V> of(Connection connection, String table, String column, Map<UUID, V> named)
            throws SQLException {
        var missing = new HashMap<>(named);
        missing.keySet().retainAll(ids(connection, table, column, named.keySet()));
        return missing;
    }

    private static Set<UUID> ids(Connection connection, String table, String column, Set<UUID> named)
            throws SQLException {
        var sql = "select id from unnest(?::uuid[]) id where not exists (select from " + table + " where " + column
                + " = id)";
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", named.toArray()));
            var ids = new HashSet<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }
}
