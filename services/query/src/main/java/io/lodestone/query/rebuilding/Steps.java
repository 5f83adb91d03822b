package io.lodestone.query.rebuilding;

import io.lodestone.query.known.ledger.Generation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What of one rebuild is done: the table {@code read_model_rebuild_step}. Who goes on after a crash leaves it out.
 */
final class Steps {

    static final String PROJECTS = "projects";
    static final String FACTS_FULL = "facts full";
    static final String ENTRIES_FULL = "entries full";

    private final UUID rebuild;
    private final Generation generation;
    private final Set<String> done;

    private Steps(UUID rebuild, Generation generation, Set<String> done) {
        this.rebuild = rebuild;
        this.generation = generation;
        this.done = Set.copyOf(done);
    }

    /** @param generation that is filled; who was believed dead may still fill another one */
    static Steps of(Connection connection, UUID rebuild, Generation generation) throws SQLException {
        try (var select = connection.prepareStatement(
                "select step from read_model_rebuild_step where rebuild = ? and generation = ?")) {
            select.setObject(1, rebuild);
            select.setInt(2, generation.id());
            var done = new HashSet<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    done.add(rows.getString(1));
                }
            }
            return new Steps(rebuild, generation, done);
        }
    }

    /** Whether it was done before this run began. */
    boolean isDone(String step) {
        return done.contains(step);
    }

    /**
     * Notes the step and the records it hears, in the transaction that is to do it. Waits for another one that is at it.
     *
     * @return false when that one did it
     */
    boolean begin(Connection connection, String step, long records) throws SQLException {
        try (var note = connection.prepareStatement(
                        "insert into read_model_rebuild_step (rebuild, step, generation) values (?, ?, ?)"
                                + " on conflict do nothing");
                var hear = connection.prepareStatement(
                        "update read_model_rebuild set heard = heard + ? where id = ? and generation = ?")) {
            note.setObject(1, rebuild);
            note.setString(2, step);
            note.setInt(3, generation.id());
            if (note.executeUpdate() == 0) {
                return false;
            }
            if (records > 0) { // who hears none must not wait for who does
                hear.setLong(1, records);
                hear.setObject(2, rebuild);
                hear.setInt(3, generation.id());
                hear.executeUpdate();
            }
            return true;
        }
    }
}
