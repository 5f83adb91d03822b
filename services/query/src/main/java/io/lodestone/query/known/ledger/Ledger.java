package io.lodestone.query.known.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Following;
import io.lodestone.query.exposure.Kept;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.exposure.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Takes facts into the live generation: keeps them, adds the entries they cause, and moves the cells by the difference.
 * Where a fact tells the past anew, or a project places its deals anew, the deal's entries are made from all its facts.
 * Runs in the feed's transaction. One writer at a time: a deal's fact and its project's fact that arrive at the same
 * moment must see each other.
 */
@ApplicationScoped
public class Ledger {

    private final DataSource database;
    private final Generations generations;
    private final DealFacts deals;
    private final ProjectFacts projects;
    private final Books books;

    Ledger(DataSource database, Generations generations, DealFacts deals, ProjectFacts projects, Books books) {
        this.database = database;
        this.generations = generations;
        this.deals = deals;
        this.projects = projects;
        this.books = books;
    }

    /** @param facts those of one deal in version order; versions that are kept already change nothing */
    public void takeInDeals(List<DealFact> facts) {
        inLedger((connection, live) -> {
            var before = deals.standings(connection, live, subjects(facts));
            var news = news(facts, before);
            deals.add(connection, live, standings(news, before));
            var bySubject =
                    news.stream().collect(groupingBy(deal -> deal.fact().subject(), LinkedHashMap::new, toList()));
            return follow(connection, live, bySubject, before);
        });
    }

    /**
     * @param facts those of one project in version order; those that place it as the fact before did, from a later day,
     *              move no money and are let go. Most do, and wait for nobody: where a project stands only its own facts
     *              change, and these are heard one by one
     */
    public void takeInProjects(List<ProjectFact> facts) {
        if (nonePlacesAnew(facts)) {
            return;
        }
        inLedger((connection, live) -> {
            var before = projects.standings(connection, live, subjects(facts));
            var news = placingAnew(facts, before);
            projects.add(connection, live, standings(news, before));
            var touched = deals.ofProjects(connection, live, subjects(news));
            books.move(connection, live, List.of(), touched);
            return touched;
        });
    }

    private boolean nonePlacesAnew(List<ProjectFact> facts) {
        try (var connection = database.getConnection()) {
            var live = generations.live(connection);
            return placingAnew(facts, projects.standings(connection, live, subjects(facts)))
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be read: " + e.getMessage(), e);
        }
    }

    private static List<ProjectFact> placingAnew(List<ProjectFact> facts, Map<UUID, Standing<ProjectFact>> before) {
        var newest = new HashMap<UUID, ProjectFact>();
        before.forEach((project, standing) -> newest.put(project, standing.newest()));
        return news(facts, before).stream()
                .filter(fact -> fact.placesAnew(newest.put(fact.fact().subject(), fact)))
                .toList();
    }

    /** The facts of a new deal are all at hand: nothing of it stands in the ledger that would have to be told anew. */
    private Set<UUID> follow(
            Connection connection,
            Generation live,
            Map<UUID, List<DealFact>> news,
            Map<UUID, Standing<DealFact>> before)
            throws SQLException {
        var places = projects.standings(connection, live, projectsOf(news, before));
        var entries = new ArrayList<Entry>();
        var begun = new HashMap<UUID, List<DealFact>>();
        var toldAnew = new HashSet<UUID>();
        news.forEach((deal, facts) -> {
            var standing = before.get(deal);
            Following.entries(standing, facts, places).ifPresentOrElse(entries::addAll, () -> {
                if (standing == null) {
                    begun.put(deal, facts);
                } else {
                    toldAnew.add(deal);
                }
            });
        });
        entries.addAll(books.made(connection, live, begun));
        books.move(connection, live, entries, toldAnew);
        return news.keySet();
    }

    private static Set<UUID> projectsOf(Map<UUID, List<DealFact>> news, Map<UUID, Standing<DealFact>> before) {
        return Stream.concat(
                        news.values().stream().flatMap(List::stream),
                        before.values().stream().map(Standing::newest))
                .map(deal -> deal.dimensions().projectId())
                .collect(toSet());
    }

    private static Set<UUID> subjects(List<? extends Kept> facts) {
        return facts.stream().map(kept -> kept.fact().subject()).collect(toSet());
    }

    private static <F extends Kept> List<F> news(List<F> facts, Map<UUID, Standing<F>> before) {
        return facts.stream()
                .filter(kept -> {
                    var standing = before.get(kept.fact().subject());
                    return standing == null
                            || kept.fact().version() > standing.newest().fact().version();
                })
                .toList();
    }

    private static <F extends Kept> List<Standing<F>> standings(List<F> news, Map<UUID, Standing<F>> before) {
        var last = new HashMap<>(before);
        return news.stream()
                .map(kept -> {
                    var standing = Standing.of(last.get(kept.fact().subject()), kept);
                    last.put(kept.fact().subject(), standing);
                    return standing;
                })
                .toList();
    }

    private void inLedger(Intake intake) {
        try (var connection = database.getConnection()) {
            generations.lock(connection);
            var touched = intake.touchedDeals(connection, generations.live(connection));
            generations.noteMoved(connection, touched);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be written: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Intake {
        Set<UUID> touchedDeals(Connection connection, Generation live) throws SQLException;
    }
}
