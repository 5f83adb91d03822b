package io.lodestone.projects.known;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.projects.project.Support;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The deals' table as a map, for tests of use cases. */
public final class RememberedDealLines extends DealLines {

    private final Map<UUID, DealLine> lines = new TreeMap<>();

    /** Without a database there is no data source, and nothing here asks for one. */
    @SuppressWarnings("NullAway")
    public RememberedDealLines() {
        super(null);
    }

    @Override
    public void note(List<DealEvent> facts) {
        facts.forEach(fact -> lines.merge(fact.subject(), DealLine.of(fact), DealLine::newer));
    }

    @Override
    public Map<UUID, List<Support>> supportOf(Collection<UUID> projects) {
        return lines.values().stream()
                .filter(line -> projects.contains(line.projectId()))
                .collect(groupingBy(DealLine::projectId, mapping(DealLine::support, toList())));
    }
}
