package io.lodestone.query.hearing;

import io.lodestone.query.exposure.Attribution;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Keeps the facts, and makes the entries of the deals they touch anew. Runs in the feed's transaction. One writer at a
 * time: a deal's fact and its project's fact that arrive at the same moment must see each other.
 */
@ApplicationScoped
class Ledger {

    /** Names the advisory lock that writers of the ledger hold until they commit. */
    private static final long LOCK = 0x6c6f6465_6c656467L;

    private final DataSource database;
    private final DealFacts deals;
    private final ProjectFacts projects;
    private final Entries entries;

    Ledger(DataSource database, DealFacts deals, ProjectFacts projects, Entries entries) {
        this.database = database;
        this.deals = deals;
        this.projects = projects;
        this.entries = entries;
    }

    void takeInDeals(List<DealFact> facts) {
        inLedger(connection -> {
            deals.add(connection, facts);
            return facts.stream().map(deal -> deal.fact().subject()).collect(Collectors.toSet());
        });
    }

    void takeInProjects(List<ProjectFact> facts) {
        inLedger(connection -> {
            var news = placingAnew(connection, facts);
            projects.add(connection, news);
            return deals.ofProjects(
                    connection,
                    news.stream().map(project -> project.fact().subject()).collect(Collectors.toSet()));
        });
    }

    /** Most facts of a project move no money: those that place it as the fact before did, from a later day, are let go. */
    private List<ProjectFact> placingAnew(Connection connection, List<ProjectFact> facts) throws SQLException {
        var ids = facts.stream().map(project -> project.fact().subject()).collect(Collectors.toSet());
        var newest = new HashMap<UUID, ProjectFact>();
        projects.histories(connection, ids).forEach((project, history) -> newest.put(project, history.getLast()));
        return facts.stream()
                .filter(fact -> {
                    var before = newest.put(fact.fact().subject(), fact);
                    return before == null
                            || fact.placesUnlike(before)
                            || fact.fact().effectiveOn().isBefore(before.fact().effectiveOn());
                })
                .toList();
    }

    private void inLedger(Intake intake) {
        try (var connection = database.getConnection()) {
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, LOCK);
                lock.execute();
            }
            makeAnew(connection, intake.touchedDeals(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be written: " + e.getMessage(), e);
        }
    }

    private void makeAnew(Connection connection, Set<UUID> touched) throws SQLException {
        if (touched.isEmpty()) {
            return;
        }
        var histories = deals.histories(connection, touched);
        var named = histories.values().stream()
                .flatMap(Collection::stream)
                .map(deal -> deal.dimensions().projectId())
                .collect(Collectors.toSet());
        var projectHistories = projects.histories(connection, named);
        var made = histories.values().stream()
                .flatMap(history -> Attribution.entries(history, ofProjectsNamedIn(history, projectHistories)).stream())
                .toList();
        entries.replace(connection, touched, made);
    }

    private static List<ProjectFact> ofProjectsNamedIn(
            List<DealFact> history, Map<UUID, List<ProjectFact>> projectHistories) {
        return history.stream()
                .map(deal -> deal.dimensions().projectId())
                .distinct()
                .flatMap(project -> projectHistories.getOrDefault(project, List.of()).stream())
                .toList();
    }

    @FunctionalInterface
    private interface Intake {
        Set<UUID> touchedDeals(Connection connection) throws SQLException;
    }
}
