package io.lodestone.query.rebuilding;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.known.ledger.Generation;
import io.lodestone.query.known.ledger.NewGenerations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Writes parts of the deals, one after the other: their facts and their entries beside each other, each a step with a
 * connection and a transaction of its own.
 */
final class PartsWriting implements AutoCloseable {

    private static final ThreadFactory WRITERS =
            Thread.ofPlatform().daemon().name("rebuild-writes").factory();

    private final NewGenerations generations;
    private final Generation generation;
    private final Steps steps;
    private final Connection forFacts;
    private final Connection forEntries;
    private final ExecutorService factsThread = Executors.newSingleThreadExecutor(WRITERS);
    private final ExecutorService entriesThread = Executors.newSingleThreadExecutor(WRITERS);
    private Future<?> facts = CompletableFuture.completedFuture(null);
    private Future<?> entries = CompletableFuture.completedFuture(null);

    PartsWriting(
            NewGenerations generations,
            Generation generation,
            Steps steps,
            Connection forFacts,
            Connection forEntries) {
        this.generations = generations;
        this.generation = generation;
        this.steps = steps;
        this.forFacts = forFacts;
        this.forEntries = forEntries;
    }

    /** Waits until the part before is written, so that no more than two are in memory. */
    void write(Part part, Collection<List<DealFact>> histories, Map<UUID, List<ProjectFact>> places) {
        await();
        facts = factsThread.submit(() ->
                step(forFacts, part.factsStep(), 0, () -> generations.fillFacts(forFacts, generation, histories)));
        entries = entriesThread.submit(() -> step(
                forEntries,
                part.entriesStep(),
                part.records(),
                () -> generations.fillEntries(forEntries, generation, histories, places)));
    }

    /** Waits until all is written and full. Who has written his last part need not wait for the other one. */
    void end() {
        var factsFull = factsThread.submit(() -> {
            Awaiting.await(facts);
            return step(forFacts, Steps.FACTS_FULL, 0, () -> generations.factsFull(forFacts, generation));
        });
        var entriesFull = entriesThread.submit(() -> {
            Awaiting.await(entries);
            return step(forEntries, Steps.ENTRIES_FULL, 0, () -> generations.entriesFull(forEntries, generation));
        });
        Awaiting.await(factsFull);
        Awaiting.await(entriesFull);
    }

    private void await() {
        Awaiting.await(facts);
        Awaiting.await(entries);
    }

    @FunctionalInterface
    private interface Filling {
        void fill() throws SQLException;
    }

    /** What fails is left uncommitted, and nothing more is done on its connection. */
    private boolean step(Connection connection, String step, long records, Filling filling) throws SQLException {
        if (!steps.isDone(step) && steps.begin(connection, step, records)) {
            filling.fill();
        }
        commit(connection);
        return true;
    }

    /** Waits for no disk: a server that fails loses rows and their step alike, and who goes on makes both anew. */
    static void commit(Connection connection) throws SQLException {
        try (var setting = connection.createStatement()) {
            setting.execute("set local synchronous_commit = off");
        }
        connection.commit();
    }

    @Override
    public void close() {
        factsThread.close();
        entriesThread.close();
    }
}
