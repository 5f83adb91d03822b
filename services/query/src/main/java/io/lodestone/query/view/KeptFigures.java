package io.lodestone.query.view;

import io.lodestone.chassis.http.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures of questions that were asked before. They are given again only while the ledger is as it was: its live
 * generation and the count of what was written to it are read in the snapshot of each question, so an answer is never
 * older than that snapshot. In memory only, and bounded.
 */
@ApplicationScoped
class KeptFigures {

    private static final int QUESTIONS_MAX = 64;

    /** Larger figures are not kept: a few of them would fill the memory. */
    private static final int CELLS_MAX = 250;

    private static final String STATE = """
            select g.id, g.moved from ledger_generation g join live_generation l on l.generation = g.id
            """;

    private final Map<Asked, Kept> kept = new LinkedHashMap<>(QUESTIONS_MAX, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
            return size() > QUESTIONS_MAX;
        }
    };

    /** Who may see what is part of the question. */
    private record Asked(Question question, Sight sight) {}

    private record State(int generation, long moved) {}

    private record Kept(State state, Figures figures) {}

    /** Makes figures from the ledger. */
    @FunctionalInterface
    interface Making {
        Figures make() throws SQLException;
    }

    /** @param making adds up the ledger in the connection's snapshot, by nothing else than the ledger */
    Figures of(Connection connection, Question question, Sight sight, Making making) throws SQLException {
        var state = state(connection);
        var asked = new Asked(question, sight);
        synchronized (kept) {
            var before = kept.get(asked);
            if (before != null && before.state.equals(state)) {
                return before.figures;
            }
        }
        var figures = making.make();
        if (figures.cells().size() <= CELLS_MAX) {
            synchronized (kept) {
                kept.put(asked, new Kept(state, figures));
            }
        }
        return figures;
    }

    private static State state(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(STATE);
                var row = select.executeQuery()) {
            row.next();
            return new State(row.getInt(1), row.getLong(2));
        }
    }
}
