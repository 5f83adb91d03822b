package io.lodestone.deals.importing;

import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.deals.deal.Deal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one transaction share: what they name was looked up at once, what they cause is written down at once.
 * Not for several threads.
 */
final class Chunk {

    private final Set<String> claimed;
    private final Map<String, Deal> deals = new HashMap<>();
    private final Map<String, UUID> projects;
    private final List<DealEvent> facts = new ArrayList<>();

    /**
     * @param claimed  references that nobody else can take now
     * @param known    the deals that have one of them
     * @param projects the projects that are known, by their reference
     */
    Chunk(Set<String> claimed, List<Deal> known, Map<String, UUID> projects) {
        this.claimed = claimed;
        this.projects = projects;
        known.forEach(this::put);
    }

    /** The deal of this reference, also one that a line before has brought; empty when there is none. */
    Optional<Deal> deal(String reference) {
        if (!claimed.contains(reference)) {
            throw new IllegalStateException("nobody claimed " + reference);
        }
        return Optional.ofNullable(deals.get(reference));
    }

    void put(Deal deal) {
        deals.put(deal.offer().reference(), deal);
    }

    /** Null when none was known at the beginning. */
    @Nullable
    UUID project(String reference) {
        return projects.get(reference);
    }

    void add(DealEvent fact) {
        facts.add(fact);
    }

    /** What lines have caused, in the order in which it happened. */
    List<DealEvent> facts() {
        return facts;
    }
}
