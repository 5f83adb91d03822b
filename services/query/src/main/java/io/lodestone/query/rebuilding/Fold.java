package io.lodestone.query.rebuilding;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.chassis.feed.FactReading;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.known.ledger.Frozen;
import io.lodestone.query.known.ledger.NewGenerations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * One reading of the topics into an empty generation, up to where the live one stood when it was begun. All facts of a
 * deal are in one partition; a large one is read several times, each time for a part of its deals, so that memory is
 * bounded by the part. The facts of each part are a step, and so are its entries: done ones are left out.
 */
final class Fold {

    /** Facts of one part, about 300 bytes each; two are in memory: one is written while the next one is read. */
    private static final long FACTS_MAX = 250_000;

    private final TopicsAgain.Reading topics;
    private final NewGenerations generations;
    private final Connections connections;
    private final Frozen frozen;
    private final Steps steps;
    private final Map<UUID, List<ProjectFact>> places = new HashMap<>();

    Fold(TopicsAgain.Reading topics, NewGenerations generations, Connections connections, Frozen frozen, Steps steps) {
        this.topics = topics;
        this.generations = generations;
        this.connections = connections;
        this.frozen = frozen;
        this.steps = steps;
    }

    /** What is written beside each other. */
    record Connections(Connection forFacts, Connection forEntries) {}

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
        try (var writing = new PartsWriting(
                generations, frozen.generation(), steps, connections.forFacts, connections.forEntries)) {
            for (var end : ends(frozen, DEALS.name()).entrySet()) {
                for (var part : Part.of(end.getKey(), end.getValue(), FACTS_MAX)) {
                    if (!steps.isDone(part.factsStep()) || !steps.isDone(part.entriesStep())) {
                        writing.write(part, readDeals(part), places);
                    }
                }
            }
            writing.end();
        }
    }

    /** They are read in any case: the deals are placed by them. */
    private void projects() throws SQLException {
        long records = 0;
        for (var end : ends(frozen, PROJECTS.name()).entrySet()) {
            readPlaces(new TopicPartition(PROJECTS.name(), end.getKey()), end.getValue());
            records += end.getValue();
        }
        var connection = connections.forFacts;
        if (steps.begin(connection, Steps.PROJECTS, records)) {
            generations.fillProjects(connection, frozen.generation(), places.values());
        }
        PartsWriting.commit(connection);
    }

    private void readPlaces(TopicPartition partition, long end) {
        var next = new NextFacts(frozen);
        topics.read(
                partition,
                end,
                records -> records.forEach(taken -> FactReading.read(PROJECTS, taken)
                        .filter(one -> next.isNext(one.envelope()))
                        .map(one -> ProjectFact.of(
                                one.envelope().id(), one.envelope().type(), one.event()))
                        .ifPresent(this::place)));
    }

    private void place(ProjectFact fact) {
        var history = places.computeIfAbsent(fact.fact().subject(), project -> new ArrayList<>());
        if (fact.placesAnew(history.isEmpty() ? null : history.getLast())) {
            history.add(fact);
        }
    }

    private Collection<List<DealFact>> readDeals(Part part) {
        try (var reading = new PartReading(part, frozen)) {
            return reading.read(topics);
        }
    }

    private static Map<Integer, Long> ends(Frozen frozen, String topic) {
        return frozen.positions().getOrDefault(topic, Map.of());
    }
}
