package io.lodestone.deals.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens {@link Settlement}s. */
@ApplicationScoped
class Settlements {

    private final Limits limits;
    private final Uses uses;
    private final Holds holds;

    Settlements(Limits limits, Uses uses, Holds holds) {
        this.limits = limits;
        this.uses = uses;
        this.holds = holds;
    }

    /** Locks the limits of these ids, in order. */
    Settlement open(List<Gauge> gauges, Collection<UUID> ids, Instant now) {
        return new Settlement(gauges, limits.forUpdate(ids), uses, holds, now);
    }

    /** For a limit that nobody else can see or change now. */
    Settlement open(Gauge gauge, Limit limit, Instant now) {
        return new Settlement(List.of(gauge), Map.of(limit.id(), limit), uses, holds, now);
    }
}
