package io.lodestone.query.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entries that new facts of a deal add to its ledger, from where it stands. Nearly all facts come after everything
 * before them, in both times: then the newest fact of the deal and of its project say as much as all their facts do.
 */
public final class Following {

    private Following() {}

    /**
     * Only the entries that the new facts cause, the same that {@link Attribution} makes of all facts; empty when these
     * facts tell the past anew, so that all must be looked at.
     *
     * @param before   where the deal stood, null for a new one
     * @param news     its next facts, in version order
     * @param projects where each project stands; those nobody knows are missing
     */
    public static Optional<List<Entry>> entries(
            @Nullable Standing<DealFact> before, List<DealFact> news, Map<UUID, Standing<ProjectFact>> projects) {
        var last = before;
        for (var fact : news) {
            if (!comesLast(last, fact, projects)) {
                return Optional.empty();
            }
            last = Standing.of(last, fact);
        }
        var told = new ArrayList<DealFact>();
        if (before != null) {
            told.add(before.newest().knownFrom(before.knownAt()));
        }
        told.addAll(news);
        var places = told.stream()
                .map(deal -> deal.dimensions().projectId())
                .distinct()
                .flatMap(project -> Stream.ofNullable(projects.get(project)))
                .map(Standing::newest)
                .toList();
        var causes = news.stream().map(deal -> deal.fact().id()).collect(Collectors.toSet());
        return Optional.of(Attribution.entries(told, places).stream()
                .filter(entry -> causes.contains(entry.factId()))
                .toList());
    }

    private static boolean comesLast(
            @Nullable Standing<DealFact> before, DealFact fact, Map<UUID, Standing<ProjectFact>> projects) {
        var day = fact.fact().effectiveOn();
        if (before != null && !(before.isBefore(day, before.knownAt()) && isNamedAlike(before.newest(), fact))) {
            return false;
        }
        var knownAt = Standing.of(before, fact).knownAt();
        return Stream.concat(Stream.ofNullable(before).map(Standing::newest), Stream.of(fact))
                .map(deal -> projects.get(deal.dimensions().projectId()))
                .allMatch(project -> project == null || project.isBefore(day, knownAt));
    }

    /** What every entry of a deal carries as it is now; with another one, all its entries are written anew. */
    private static boolean isNamedAlike(DealFact one, DealFact other) {
        return one.reference().equals(other.reference()) && one.releaseClass().equals(other.releaseClass());
    }
}
