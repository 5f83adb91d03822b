package io.lodestone.query.rebuilding;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.feed.FactReading;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.known.ledger.Frozen;
import io.lodestone.query.known.ledger.NewGenerations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the topics into an empty generation, up to where the live one stood when it was begun. All facts of a
 * deal are in one partition; a large one is read several times, each time for a part of its deals, so that memory is
 * bounded by the part. Each part is a step: done ones are left out.
 */
final class Fold {

    /** Facts of one part; two are in memory: one is written while the next one is read. */
    private static final long FACTS_MAX = 60_000;

    /** Facts that are written at one time: their entries are in memory too. */
    private static final int WRITTEN_MAX = 2_500;

    private final TopicsAgain.Reading topics;
    private final NewGenerations generations;
    private final Connection connection;
    private final Frozen frozen;
    private final Steps steps;
    private final Map<UUID, List<ProjectFact>> places = new HashMap<>();

    Fold(TopicsAgain.Reading topics, NewGenerations generations, Connection connection, Frozen frozen, Steps steps) {
        this.topics = topics;
        this.generations = generations;
        this.connection = connection;
        this.frozen = frozen;
        this.steps = steps;
    }

    /** How many records there are to read. */
    static long toHear(Frozen frozen) {
        return ends(frozen, PROJECTS.name()).values().stream()
                        .mapToLong(end -> end)
                        .sum()
                + ends(frozen, DEALS.name()).values().stream()
                        .mapToLong(end -> end)
                        .sum();
    }

    void run() throws SQLException {
        projects();
        try (var writing = Executors.newSingleThreadExecutor(Fold::writer)) {
            Future<?> before = CompletableFuture.completedFuture(null);
            for (var end : ends(frozen, DEALS.name()).entrySet()) {
                long parts = 1 + end.getValue() / FACTS_MAX;
                for (long part = 0; part < parts; part++) {
                    var step = Steps.ofDeals(end.getKey(), part, parts);
                    if (!steps.isDone(step)) {
                        var partition = new TopicPartition(DEALS.name(), end.getKey());
                        var histories = readDeals(partition, end.getValue(), part, parts);
                        long records = end.getValue() * (part + 1) / parts - end.getValue() * part / parts;
                        written(before);
                        before = writing.submit(() -> write(step, histories, records));
                    }
                }
            }
            written(before);
        }
        if (steps.begin(connection, Steps.FULL, 0)) {
            generations.full(connection, frozen.generation());
        }
        commit();
    }

    /** They are read in any case: the deals are placed by them. */
    private void projects() throws SQLException {
        long records = 0;
        for (var end : ends(frozen, PROJECTS.name()).entrySet()) {
            readPlaces(new TopicPartition(PROJECTS.name(), end.getKey()), end.getValue());
            records += end.getValue();
        }
        if (steps.begin(connection, Steps.PROJECTS, records)) {
            generations.fillProjects(connection, frozen.generation(), places.values());
        }
        commit();
    }

    /** Waits for no disk: a server that fails loses rows and their step alike, and who goes on makes both anew. */
    private void commit() throws SQLException {
        try (var setting = connection.createStatement()) {
            setting.execute("set local synchronous_commit = off");
        }
        connection.commit();
    }

    private static Thread writer(Runnable work) {
        return Thread.ofPlatform().daemon().name("rebuild-writes").unstarted(work);
    }

    /** Waits for a part, so that no more than two are in memory. */
    private static void written(Future<?> part) {
        try {
            part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a part was written", e);
        }
    }

    private @Nullable Void write(String step, Map<UUID, List<DealFact>> histories, long records) throws SQLException {
        if (steps.begin(connection, step, records)) {
            fill(histories);
        }
        commit();
        return null;
    }

    private void fill(Map<UUID, List<DealFact>> histories) throws SQLException {
        var some = new ArrayList<List<DealFact>>();
        int facts = 0;
        for (var left = histories.values().iterator(); left.hasNext(); ) {
            var history = left.next();
            left.remove(); // what is written makes room
            some.add(history);
            facts += history.size();
            if (facts >= WRITTEN_MAX) {
                generations.fillDeals(connection, frozen.generation(), some, places);
                some.clear();
                facts = 0;
            }
        }
        generations.fillDeals(connection, frozen.generation(), some, places);
    }

    private void readPlaces(TopicPartition partition, long end) {
        var last = new HashMap<UUID, Long>();
        topics.read(partition, end, taken -> FactReading.read(PROJECTS, taken)
                .filter(one -> isNext(one.envelope(), last))
                .map(one -> ProjectFact.of(one.envelope().id(), one.envelope().type(), one.event()))
                .ifPresent(fact -> {
                    var history = places.computeIfAbsent(fact.fact().subject(), project -> new ArrayList<>());
                    if (fact.placesAnew(history.isEmpty() ? null : history.getLast())) {
                        history.add(fact);
                    }
                }));
    }

    private Map<UUID, List<DealFact>> readDeals(TopicPartition partition, long end, long part, long parts) {
        var last = new HashMap<UUID, Long>();
        var histories = new HashMap<UUID, List<DealFact>>();
        topics.read(partition, end, taken -> {
            if (taken.key() == null || Math.floorMod(taken.key().hashCode(), parts) != part) {
                return;
            }
            FactReading.envelope(taken)
                    .filter(envelope -> isNext(envelope, last))
                    .filter(Fold::isOfDeal)
                    .flatMap(envelope -> DealData.read(envelope))
                    .ifPresent(fact -> {
                        var history = histories.computeIfAbsent(fact.fact().subject(), deal -> new ArrayList<>());
                        history.add(history.isEmpty() ? fact : fact.sharing(history.getLast()));
                    });
        });
        return histories;
    }

    private static boolean isOfDeal(Envelope envelope) {
        return DEALS.classOf(envelope.type())
                .filter(DealEvent.class::isAssignableFrom)
                .isPresent();
    }

    /** As the feeds do: what came before, what is parked and what was given up is stepped over, unread. */
    private boolean isNext(Envelope envelope, Map<UUID, Long> last) {
        if (envelope.version() <= last.getOrDefault(envelope.subject(), 0L)
                || !frozen.hasHeard(envelope.subject(), envelope.version())) {
            return false;
        }
        last.put(envelope.subject(), envelope.version());
        return true;
    }

    private static Map<Integer, Long> ends(Frozen frozen, String topic) {
        return frozen.positions().getOrDefault(topic, Map.of());
    }
}
