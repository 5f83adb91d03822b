package io.lodestone.benchmarks;

import static java.util.Objects.requireNonNull;

import io.lodestone.benchmarks.PlainFact.Place;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Beside live following: a loop that takes up to 20,000 records, and in one durable transaction adds what they changed to
 * a ledger by COPY, upserts the cells, and stores its offsets. It can be stopped after any batch: where each deal stood is
 * in the ledger. Until then it keeps that in memory. It knows one time only: a fact about an earlier day is added like any
 * other, so days in the past are wrong; it hears no change of a project, and checks nothing that it reads.
 */
final class FollowLoop {

    private static final int BATCH = 20_000;

    private final String bootstrapServers;
    private final Connection database;
    private final Map<UUID, Map<Place, List<BigDecimal>>> standing = new HashMap<>();
    private Map<TopicPartition, Long> positions = Map.of();

    FollowLoop(String bootstrapServers, Connection database) throws SQLException {
        this.bootstrapServers = bootstrapServers;
        this.database = database;
        PlainTables.createLedger(database);
        database.setAutoCommit(false);
    }

    private record Move(List<BigDecimal> amounts, int presence) {

        Move plus(Move other) {
            return new Move(FoldLoop.plus(amounts, other.amounts), presence + other.presence);
        }
    }

    /** Goes on to the end of the topic. @return facts a second */
    double run() throws SQLException {
        long begin = System.nanoTime();
        long facts = 0;
        var projects = PlainTopics.projects(bootstrapServers);
        try (var topic = new PlainTopics(bootstrapServers, LoanFacts.DEALS, positions, BATCH)) {
            while (topic.hasMore()) {
                var records = topic.poll();
                takeIn(records, projects);
                positions = topic.positions();
                PlainTables.store(database, positions);
                database.commit();
                facts += records.count();
            }
        }
        return facts * 1e9 / (System.nanoTime() - begin);
    }

    List<String> sums() throws SQLException {
        return ReadModel.sums(database, "ledger_cell");
    }

    private void takeIn(Iterable<ConsumerRecord<String, byte[]>> records, Map<UUID, PlainFact.Project> projects)
            throws SQLException {
        var rows = new StringBuilder();
        var moves = new LinkedHashMap<Place, Move>();
        for (var record : records) {
            var id = UUID.fromString(record.key());
            var deal = PlainFact.deal(record.value());
            var after = deal.placed(requireNonNull(projects.get(deal.projectId())));
            var before = standing.put(id, after);
            for (var move : moves(before == null ? Map.of() : before, after).entrySet()) {
                PlainTables.value(rows, id);
                PlainTables.value(rows, header(record, "ce_version"));
                PlainTables.value(rows, deal.day());
                PlainTables.value(rows, header(record, "ce_time"));
                PlainTables.append(rows, move.getKey(), move.getValue().amounts, move.getValue().presence);
                moves.merge(move.getKey(), move.getValue(), Move::plus);
            }
        }
        PlainTables.copy(database, "ledger", rows);
        upsert(moves);
    }

    private static Map<Place, Move> moves(Map<Place, List<BigDecimal>> before, Map<Place, List<BigDecimal>> after) {
        var moves = new LinkedHashMap<Place, Move>();
        after.forEach((place, amounts) -> moves.put(place, new Move(amounts, 1)));
        before.forEach((place, amounts) -> moves.merge(
                place, new Move(amounts.stream().map(BigDecimal::negate).toList(), -1), Move::plus));
        return moves;
    }

    /** By COPY into a temporary table and one statement. */
    private void upsert(Map<Place, Move> moves) throws SQLException {
        PlainTables.execute(database, "create temp table moved (like ledger_cell) on commit drop");
        var rows = new StringBuilder();
        moves.forEach((place, move) -> PlainTables.append(rows, place, move.amounts, move.presence));
        PlainTables.copy(database, "moved", rows);
        var sums = new ArrayList<String>();
        for (var column : PlainTables.RUNGS.split(", ")) {
            sums.add(column + " = cell." + column + " + excluded." + column);
        }
        PlainTables.execute(
                database,
                "insert into ledger_cell as cell select * from moved on conflict (" + PlainTables.DIMENSIONS
                        + ") do update set " + String.join(", ", sums));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
