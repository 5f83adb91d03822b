package io.lodestone.query.rebuilding;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.known.ledger.Generation;
import io.lodestone.query.known.ledger.NewGenerations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes parts of the deals, one after the other: their facts and their entries beside each other, each a step with a
 * connection and a transaction of its own.
 */
final class PartsWriting implements AutoCloseable {

    private final NewGenerations generations;
    private final Generation generation;
    private final Steps steps;
    private final Connection forFacts;
    private final Connection forEntries;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, PartsWriting::writer);
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
    void write(Part part, Map<UUID, List<DealFact>> histories, Map<UUID, List<ProjectFact>> places) {
        await();
        facts = threads.submit(() -> step(
                forFacts, part.factsStep(), 0, () -> generations.fillFacts(forFacts, generation, histories.values())));
        entries = threads.submit(() -> step(
                forEntries,
                part.entriesStep(),
                part.records(),
                () -> generations.fillEntries(forEntries, generation, histories.values(), places)));
    }

    void await() {
        await(facts);
        await(entries);
    }

    @FunctionalInterface
    private interface Filling {
        void fill() throws SQLException;
    }

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

    private static Thread writer(Runnable work) {
        return Thread.ofPlatform().daemon().name("rebuild-writes").unstarted(work);
    }

    private static void await(Future<?> part) {
        try {
            part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a part was written", e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
