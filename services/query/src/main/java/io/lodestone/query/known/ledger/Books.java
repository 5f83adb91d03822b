package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.Attribution;
import io.lodestone.query.exposure.CellMoves;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.ProjectFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Entries and cells of one generation: a cell moves by exactly the entries that come and go. */
@ApplicationScoped
class Books {

    private final DealFacts deals;
    private final ProjectFacts projects;
    private final Entries entries;
    private final Cells cells;

    Books(DealFacts deals, ProjectFacts projects, Entries entries, Cells cells) {
        this.deals = deals;
        this.projects = projects;
        this.entries = entries;
        this.cells = cells;
    }

    /** As {@link #move}, of deals that the generation has nothing of. */
    void fill(Connection connection, Generation generation, List<Entry> added) throws SQLException {
        var moves = new CellMoves();
        moves.come(added);
        entries.fill(connection, generation, added);
        cells.move(connection, generation, moves.moved());
    }

    /**
     * Adds the entries, makes those of {@code toldAnew} from all their facts, and then moves each cell once.
     */
    void move(Connection connection, Generation generation, List<Entry> added, Collection<UUID> toldAnew)
            throws SQLException {
        var moves = new CellMoves();
        moves.come(added);
        entries.add(connection, generation, added);
        if (!toldAnew.isEmpty()) {
            tellAnew(connection, generation, toldAnew, moves);
        }
        cells.move(connection, generation, moves.moved());
    }

    /** Entries that are made the same again stay as they are: days on which nothing changes are not told anew. */
    private void tellAnew(Connection connection, Generation generation, Collection<UUID> deals, CellMoves moves)
            throws SQLException {
        var gone = new LinkedHashSet<>(entries.of(connection, generation, deals));
        var come = new ArrayList<Entry>();
        for (var entry : made(connection, generation, deals)) {
            if (!gone.remove(entry)) {
                come.add(entry);
            }
        }
        moves.go(List.copyOf(gone));
        moves.come(come);
        entries.remove(connection, generation, List.copyOf(gone));
        entries.add(connection, generation, come);
    }

    /** All entries of these deals, from all their facts. */
    List<Entry> made(Connection connection, Generation generation, Collection<UUID> toldAnew) throws SQLException {
        return made(connection, generation, deals.histories(connection, generation, toldAnew));
    }

    /** @param histories all facts of some deals, each deal's in version order */
    List<Entry> made(Connection connection, Generation generation, Map<UUID, List<DealFact>> histories)
            throws SQLException {
        if (histories.isEmpty()) {
            return List.of();
        }
        var named = histories.values().stream()
                .flatMap(Collection::stream)
                .map(deal -> deal.dimensions().projectId())
                .collect(Collectors.toSet());
        var projectHistories = projects.histories(connection, generation, named);
        return histories.values().stream()
                .flatMap(history -> Attribution.entries(history, ofProjectsNamedIn(history, projectHistories)).stream())
                .toList();
    }

    static List<ProjectFact> ofProjectsNamedIn(List<DealFact> history, Map<UUID, List<ProjectFact>> projectHistories) {
        return history.stream()
                .map(deal -> deal.dimensions().projectId())
                .distinct()
                .flatMap(project -> projectHistories.getOrDefault(project, List.of()).stream())
                .toList();
    }
}
