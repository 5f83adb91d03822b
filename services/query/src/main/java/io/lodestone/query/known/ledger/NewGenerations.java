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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Fills a generation beside the live one, by the same code that follows, and makes it live. */
@ApplicationScoped
public class NewGenerations {

    private static final ThreadFactory BESIDE =
            Thread.ofPlatform().daemon().name("rebuild-attributes").factory();

    /** Facts that are written at one time: their entries are in memory too. The server prepares each COPY for many rows. */
    private static final int WRITTEN_MAX = 5_000;

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
    public void fillFacts(Connection connection, Generation generation, Collection<List<DealFact>> histories)
            throws SQLException {
        for (var left = histories.iterator(); left.hasNext(); ) {
            var standings = some(left).stream()
                    .flatMap(history -> Standing.each(history).stream())
                    .toList();
            deals.fill(connection, generation, standings);
        }
    }

    /**
     * Entries and cells. Some deals at a time, the entries of the next ones made meanwhile.
     *
     * @param histories all facts of each deal in version order
     */
    public void fillEntries(
            Connection connection,
            Generation generation,
            Collection<List<DealFact>> histories,
            Map<UUID, List<ProjectFact>> places)
            throws SQLException {
        var left = histories.iterator();
        try (var beside = Executors.newSingleThreadExecutor(BESIDE)) {
            var next = supplyAsync(() -> made(some(left), places), beside);
            for (var now = next.join(); now.deals() > 0; now = next.join()) {
                next = supplyAsync(() -> made(some(left), places), beside);
                books.fill(connection, generation, now.entries());
            }
        }
    }

    private static List<List<DealFact>> some(Iterator<List<DealFact>> left) {
        var some = new ArrayList<List<DealFact>>();
        for (int facts = 0;
                left.hasNext() && facts < WRITTEN_MAX;
                facts += some.getLast().size()) {
            some.add(left.next());
        }
        return some;
    }

    /** The entries of some deals. */
    private record Made(int deals, List<Entry> entries) {}

    private static Made made(Collection<List<DealFact>> histories, Map<UUID, List<ProjectFact>> places) {
        var entries = new ArrayList<Entry>();
        for (var history : histories) {
            entries.addAll(Attribution.entries(history, Books.ofProjectsNamedIn(history, places)));
        }
        return new Made(histories.size(), entries);
    }

    /** No more facts are filled in. */
    public void factsFull(Connection connection, Generation generation) throws SQLException {
        generations.factsFull(connection, generation);
    }

    /** No more entries and cells are filled in. When the facts are full too, it can be brought up to date. */
    public void entriesFull(Connection connection, Generation generation) throws SQLException {
        generations.entriesFull(connection, generation);
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

    /** Nobody drops it until the transaction ends. */
    public boolean lockAndIsThere(Connection connection, Generation generation) throws SQLException {
        generations.lock(connection);
        return generations.isThere(connection, generation);
    }

    /**
     * Keeps autovacuum away from those that {@link #dropBefore} is to drop. Then nobody writes until the transaction ends.
     *
     * @return false when somebody else tidies up there
     */
    public boolean hold(Connection connection, Generation kept) throws SQLException {
        if (!generations.holdBefore(connection, kept)) {
            return false;
        }
        generations.lock(connection);
        return true;
    }

    /**
     * Drops those begun before {@code kept}, but for the live one. The caller {@link #hold holds} them.
     *
     * @return false when somebody reads one of them at length: nothing is dropped then
     */
    public boolean dropBefore(Connection connection, Generation kept) throws SQLException {
        return generations.dropBefore(connection, kept);
    }
}
