package io.lodestone.query.known.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which generations there are, and which one is live. */
@ApplicationScoped
class Generations {

    /** Names the advisory lock that writers of the ledger hold until they commit. */
    private static final long LOCK = 0x6c6f6465_6c656467L;

    /** Waits until no other writer is at work; from here to the end of the transaction nobody else writes. */
    void lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    Generation live(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select generation from live_generation");
                var row = select.executeQuery()) {
            row.next();
            return new Generation(row.getInt(1));
        }
    }

    /** Notes for the generations beside the live one which deals moved, so that they can be brought up to date. */
    void noteMoved(Connection connection, Collection<UUID> deals) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into ledger_moved (generation, deal_id)
                select g.id, d from ledger_generation g, unnest(?::uuid[]) d where g.following
                on conflict do nothing
                """)) {
            insert.setArray(1, connection.createArrayOf("uuid", deals.toArray()));
            insert.executeUpdate();
        }
    }

    List<UUID> moved(Connection connection, Generation generation) throws SQLException {
        try (var select = connection.prepareStatement("select deal_id from ledger_moved where generation = ?")) {
            select.setInt(1, generation.id());
            var deals = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    deals.add(rows.getObject(1, UUID.class));
                }
            }
            return deals;
        }
    }
}
