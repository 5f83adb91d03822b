package io.lodestone.deals.limit;

import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.deals.limit.LimitRefusal.WrongTerm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes that nobody may measure meanwhile: a limit is set, projects move. All who call it have asked {@link
 * Limits#alone} in the same transaction. What has happened is written down and never refused; breaches are told.
 */
@ApplicationScoped
public class Books {

    /** Bounds the memory that counting all deals anew takes. */
    private static final int PAGE_DEALS = 500;

    private final Limits limits;
    private final Settlements settlements;
    private final Uses uses;
    private final Standings standings;

    Books(Limits limits, Settlements settlements, Uses uses, Standings standings) {
        this.limits = limits;
        this.settlements = settlements;
        this.uses = uses;
        this.standings = standings;
    }

    /**
     * Sets a limit. When it measures something else than before all deals are counted anew, and holds in it are dropped;
     * a hold reserves in the limits that were there when it was made. Limits that share its amount follow.
     *
     * @param day on which it took effect
     * @throws WrongTerm when it is a share of something that is no amount, or others share what is none any more
     */
    public List<LimitEvent> set(
            Limit limit, LimitTerms agreed, LocalDate day, Instant now, Function<Standing, Supplier<Place>> places) {
        var before = limit.version() == 0 ? null : limits.gaugeOf(limit);
        var sharing = new ArrayList<Share>();
        limits.sharing(limit.id()).forEach(other -> sharing.add(new Share(other, limits.gaugeOf(other))));
        var gauge = limits.gauge(limit.id(), limit.owner(), agreed);
        var facts = new ArrayList<LimitEvent>();
        facts.add(limit.set(agreed, gauge.threshold(), day, now));
        limits.persistAndFlush(limit);
        facts.addAll(settle(limit, before, gauge, now, places));
        for (var share : sharing) {
            var follows = limits.gaugeOf(share.limit());
            facts.add(share.limit().set(share.limit().terms(), follows.threshold(), day, now));
            facts.addAll(settle(share.limit(), share.before(), follows, now, places));
        }
        return facts;
    }

    private record Share(Limit limit, Gauge before) {}

    /** Projects changed, and with them what their deals use. */
    public List<LimitEvent> relocate(
            List<Gauge> gauges, Collection<UUID> projects, Function<Standing, Supplier<Place>> places, Instant now) {
        var asking =
                gauges.stream().filter(gauge -> gauge.terms().asksForProject()).toList();
        if (asking.isEmpty()) {
            return List.of();
        }
        var settlement = settlements.open(asking, asking.stream().map(Gauge::id).toList(), now);
        settlement.post(asking, standings.of(projects), places);
        return settlement.close(false);
    }

    /** Looks at every bucket of every limit: a limit may have come into force, or gone out of it, with the day. */
    public List<LimitEvent> review(List<Gauge> gauges, Instant now) {
        var settlement = settlements.open(gauges, gauges.stream().map(Gauge::id).toList(), now);
        gauges.forEach(gauge -> settlement.touch(uses.bucketsOf(gauge.id())));
        return settlement.close(false);
    }

    private List<LimitEvent> settle(
            Limit limit, @Nullable Gauge before, Gauge gauge, Instant now, Function<Standing, Supplier<Place>> places) {
        var settlement = settlements.open(gauge, limit, now);
        if (before == null || !gauge.measuresLike(before)) {
            uses.clear(limit.id());
            countAnew(gauge, settlement, places);
        }
        settlement.touch(uses.bucketsOf(limit.id()));
        return settlement.close(false);
    }

    private void countAnew(Gauge gauge, Settlement settlement, Function<Standing, Supplier<Place>> places) {
        var page = standings.page(new UUID(0, 0), PAGE_DEALS);
        while (!page.isEmpty()) {
            settlement.post(List.of(gauge), page, places);
            page = standings.page(page.getLast().deal(), PAGE_DEALS);
        }
    }
}
