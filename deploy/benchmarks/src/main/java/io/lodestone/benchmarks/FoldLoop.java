package io.lodestone.benchmarks;

import static java.util.Objects.requireNonNull;

import io.lodestone.benchmarks.PlainFact.Deal;
import io.lodestone.benchmarks.PlainFact.Place;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Beside a rebuild: a loop that reads the topics from their first record, keeps the last state of each deal in memory and
 * writes the cells once, by COPY, in one durable transaction. It makes the cells of today and nothing else: no ledger, so
 * no day and no moment in the past, no fact behind a figure, no comparison; and it begins anew after a crash.
 */
final class FoldLoop {

    private final String bootstrapServers;
    private final Connection database;

    FoldLoop(String bootstrapServers, Connection database) throws SQLException {
        this.bootstrapServers = bootstrapServers;
        this.database = database;
        PlainTables.createCells(database, "folded_cell");
        database.setAutoCommit(false);
    }

    private static final class Cell {
        private List<BigDecimal> amounts;
        private int presence = 1;

        Cell(List<BigDecimal> amounts) {
            this.amounts = amounts;
        }
    }

    /** @return facts a second, from the first look at the topics to the commit */
    double run() throws SQLException {
        long begin = System.nanoTime();
        var projects = PlainTopics.projects(bootstrapServers);
        var last = new HashMap<UUID, Deal>();
        long facts = 0;
        try (var topic = new PlainTopics(bootstrapServers, LoanFacts.DEALS, Map.of(), 20_000)) {
            while (topic.hasMore()) {
                for (var record : topic.poll()) {
                    last.put(UUID.fromString(record.key()), PlainFact.deal(record.value()));
                    facts++;
                }
            }
        }
        PlainTables.execute(database, "truncate folded_cell");
        PlainTables.copy(database, "folded_cell", rows(cells(projects, last)));
        database.commit();
        return facts * 1e9 / (System.nanoTime() - begin);
    }

    List<String> sums() throws SQLException {
        return ReadModel.sums(database, "folded_cell");
    }

    private static Map<Place, Cell> cells(Map<UUID, PlainFact.Project> projects, Map<UUID, Deal> last) {
        var cells = new HashMap<Place, Cell>();
        last.values().forEach(deal -> deal.placed(requireNonNull(projects.get(deal.projectId())))
                .forEach((place, amounts) -> {
                    var cell = cells.putIfAbsent(place, new Cell(amounts));
                    if (cell != null) {
                        cell.amounts = plus(cell.amounts, amounts);
                        cell.presence++;
                    }
                }));
        return cells;
    }

    static List<BigDecimal> plus(List<BigDecimal> one, List<BigDecimal> other) {
        return java.util.stream.IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).add(other.get(i)))
                .toList();
    }

    private static StringBuilder rows(Map<Place, Cell> cells) {
        var rows = new StringBuilder();
        cells.forEach((place, cell) -> PlainTables.append(rows, place, cell.amounts, cell.presence));
        return rows;
    }
}
