package io.lodestone.query.known.ledger;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import io.lodestone.query.exposure.Attribution;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.exposure.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills a generation beside the live one, by the same code that follows, and makes it live. */
@ApplicationScoped
public class NewGenerations {

    private final Generations generations;
    private final DealFacts deals;
    private final ProjectFacts projects;
    private final Books books;

    NewGenerations(Generations generations, DealFacts deals, ProjectFacts projects, Books books) {
        this.generations = generations;
        this.deals = deals;
        this.projects = projects;
        this.books = books;
    }

    /** Makes an empty one. From its commit on, what moves in the live generation is noted for it. */
    public Frozen begin(Connection connection) throws SQLException {
        generations.lock(connection);
        return generations.begin(connection);
    }

    /**
     * One that was begun and not filled whole. What was heard since, before those positions too, does no harm: the deals
     * that it moved are noted.
     */
    public Frozen goOn(Connection connection, Generation generation, Map<String, Map<Integer, Long>> positions)
            throws SQLException {
        return generations.heard(connection, generation, positions);
    }

    /** @param facts of each project in version order, as far as they place anew */
    public void fillProjects(Connection connection, Generation generation, Collection<List<ProjectFact>> facts)
            throws SQLException {
        for (var history : facts) {
            projects.add(connection, generation, Standing.each(history));
        }
    }

    /** @param histories all facts of each deal in version order */
    public void fillDeals(
            Connection connection,
            Generation generation,
            Collection<List<DealFact>> histories,
            Map<UUID, List<ProjectFact>> places)
            throws SQLException {
        var standings = new ArrayList<Standing<DealFact>>();
        histories.forEach(history -> standings.addAll(Standing.each(history)));
        var entries = supplyAsync(() -> entries(histories, places), NewGenerations::beside);
        deals.add(connection, generation, standings);
        books.move(connection, generation, entries.join(), List.of());
    }

    /** While the server takes in the facts. */
    private static void beside(Runnable work) {
        Thread.ofPlatform().daemon().name("rebuild-attributes").start(work);
    }

    private static List<Entry> entries(Collection<List<DealFact>> histories, Map<UUID, List<ProjectFact>> places) {
        return histories.stream()
                .flatMap(history -> Attribution.entries(history, Books.ofProjectsNamedIn(history, places)).stream())
                .toList();
    }

    /** Nothing more is filled in; from now on it can be brought up to date. */
    public void full(Connection connection, Generation generation) throws SQLException {
        generations.full(connection, generation);
    }

    /** Nobody writes until the transaction ends. What the live generation did meanwhile is done here too. */
    public void bringUpToDate(Connection connection, Generation generation) throws SQLException {
        generations.lock(connection);
        var live = generations.live(connection);
        if (live.equals(generation)) {
            return;
        }
        var moved = generations.moved(connection, generation);
        projects.copyMissing(connection, live, generation);
        deals.copyMissing(connection, live, generation, moved);
        books.move(connection, generation, List.of(), moved);
        generations.forgetMoved(connection, generation);
    }

    /** How the live generation differs from this one. */
    public Differences compare(Connection connection, Generation generation) throws SQLException {
        return new Comparison(connection, generations.live(connection), generation).differences();
    }

    /** One row names the live generation. The former one is followed on, so that it can be gone back to. */
    public Generation makeLive(Connection connection, Generation generation) throws SQLException {
        var former = generations.live(connection);
        generations.makeLive(connection, generation);
        return former;
    }

    public boolean isThere(Connection connection, Generation generation) throws SQLException {
        return generations.isThere(connection, generation);
    }

    /**
     * Drops all but the live one.
     *
     * @return false when somebody reads one of them at length: nothing is dropped then
     */
    public boolean dropOthers(Connection connection) throws SQLException {
        generations.lock(connection);
        return generations.dropOthers(connection);
    }
}
