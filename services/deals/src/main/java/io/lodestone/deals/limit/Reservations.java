package io.lodestone.deals.limit;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.deals.limit.LimitRefusal.LimitExceeded;
import io.lodestone.deals.limit.LimitRefusal.NoSuchHold;
import io.lodestone.deals.limit.LimitRefusal.NothingToHold;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** What an approval would ask of limits, and headroom reserved for it. */
@ApplicationScoped
public class Reservations {

    private final Settlements settlements;
    private final Uses uses;
    private final Holds holds;

    Reservations(Settlements settlements, Uses uses, Holds holds) {
        this.settlements = settlements;
        this.uses = uses;
        this.holds = holds;
    }

    /** What is asked for where nothing else is said: the headline, and once it is decided what was decided. */
    public static Money amountOf(Standing deal) {
        return Estimate.amountOf(deal);
    }

    /** What would be, bucket by bucket, were the deal approved for {@code amount}, or amended to it once it is signed. */
    public List<LimitCheck> check(
            List<Gauge> gauges, Standing deal, Money amount, Supplier<Place> place, LocalDate day) {
        var would = Estimate.of(deal, amount);
        var own = holds.of(deal.deal())
                .filter(hold -> !hold.isOverOn(day))
                .map(Hold::amounts)
                .orElse(Map.of());
        var checks = new ArrayList<LimitCheck>();
        for (var gauge : gauges) {
            var requested = requested(gauge, deal, would, place);
            var buckets = uses.buckets(requested.keySet(), day);
            requested.forEach((key, change) -> {
                var bucket = buckets.get(key);
                if (bucket != null) {
                    var others = own.getOrDefault(key, BigDecimal.ZERO).negate();
                    var more = gauge.counts(deal.currency()) ? change.difference() : BigDecimal.ZERO;
                    checks.add(LimitCheck.of(gauge, bucket.asking(more, others), deal.currency(), day));
                }
            });
        }
        return checks;
    }

    /**
     * Reserves what the approval would ask for; a hold that the deal has already gives way to it.
     *
     * @param deal its row is locked
     * @throws LimitExceeded when a limit that blocks leaves no room for it
     * @throws NothingToHold when the deal is decided already
     */
    public List<LimitEvent> hold(
            List<Gauge> gauges, Standing deal, Money amount, Supplier<Place> place, Wanted wanted, Instant now) {
        if (!deal.isOpen()) {
            throw new NothingToHold(deal.status().name());
        }
        var would = Estimate.of(deal, amount);
        var amounts = new TreeMap<Bucket.Key, BigDecimal>();
        for (var gauge : gauges) {
            if (gauge.counts(deal.currency())) {
                requested(gauge, deal, would, place).forEach((key, change) -> {
                    if (change.difference().signum() > 0) {
                        amounts.put(key, change.difference());
                    }
                });
            }
        }
        var hold = new Hold(wanted.id(), deal.deal(), deal.releaseClass(), wanted.expiresOn(), amounts);
        var before = holds.of(deal.deal());
        var ids = new TreeSet<>(hold.limits());
        before.ifPresent(one -> ids.addAll(one.limits()));
        var settlement = settlements.open(gauges, ids, now);
        before.ifPresent(one -> settlement.end(
                one, one.isOverOn(LocalDate.ofInstant(now, ZoneOffset.UTC)) ? Hold.End.EXPIRED : Hold.End.REPLACED));
        settlement.make(hold);
        return settlement.close(true);
    }

    /** The hold to be made. */
    public record Wanted(UUID id, LocalDate expiresOn) {}

    /** Gives a hold up. @throws NoSuchHold when the deal has none of this id that is still in force */
    public List<LimitEvent> release(List<Gauge> gauges, UUID deal, UUID id, Instant now) {
        var hold = holds.of(deal)
                .filter(one -> one.id().equals(id))
                .filter(one -> !one.isOverOn(LocalDate.ofInstant(now, ZoneOffset.UTC)))
                .orElseThrow(() -> new NoSuchHold(id));
        return end(gauges, hold, Hold.End.RELEASED, now);
    }

    /** Tells of holds whose last day is over; they count no more since then. At most {@code max} of them. */
    public List<LimitEvent> expire(List<Gauge> gauges, int max, Instant now) {
        var over = holds.overBefore(LocalDate.ofInstant(now, ZoneOffset.UTC), max);
        var ids = new TreeSet<UUID>();
        over.forEach(hold -> ids.addAll(hold.limits()));
        var settlement = settlements.open(gauges, ids, now);
        over.forEach(hold -> settlement.end(hold, Hold.End.EXPIRED));
        return settlement.close(false);
    }

    private List<LimitEvent> end(List<Gauge> gauges, Hold hold, Hold.End why, Instant now) {
        var settlement = settlements.open(gauges, hold.limits(), now);
        settlement.end(hold, why);
        return settlement.close(false);
    }

    private static Map<Bucket.Key, Uses.Change> requested(
            Gauge gauge, Standing deal, Standing would, Supplier<Place> place) {
        return Uses.between(gauge.id(), gauge.measure(deal, place), gauge.measure(would, place));
    }
}
