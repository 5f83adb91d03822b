package io.lodestone.projects.known;

import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.projects.project.Support;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The deals' table as a map, for tests of use cases. */
public final class RememberedDealLines extends DealLines {

    private final Map<UUID, DealLine> lines = new TreeMap<>();

    @Override
    public void note(List<DealEvent> facts) {
        facts.forEach(fact ->
                lines.computeIfAbsent(fact.subject(), _ -> DealLine.of(fact)).note(fact));
    }

    @Override
    public List<Support> supportOf(UUID projectId) {
        return lines.values().stream()
                .filter(line -> line.projectId().equals(projectId))
                .map(DealLine::support)
                .toList();
    }
}
