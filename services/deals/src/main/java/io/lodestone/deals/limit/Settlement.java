package io.lodestone.deals.limit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.deals.limit.LimitRefusal.LimitExceeded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes that are made to limits together, while their rows are locked: deals use more or less, holds begin and end.
 * {@link #close} checks them, writes them down, and says what is to be told.
 */
final class Settlement {

    private final Map<UUID, Gauge> gauges;
    private final Map<UUID, Limit> limits;
    private final Uses uses;
    private final Holds holds;
    private final Instant now;

    private final Map<Bucket.Key, BigDecimal> moved = new TreeMap<>();
    private final TreeSet<Bucket.Key> touched = new TreeSet<>();
    private final Map<Hold, Hold.End> ended = new HashMap<>();
    private @Nullable Hold made;

    Settlement(Collection<Gauge> gauges, Map<UUID, Limit> locked, Uses uses, Holds holds, Instant now) {
        this.gauges = gauges.stream().collect(toMap(Gauge::id, gauge -> gauge));
        this.limits = locked;
        this.uses = uses;
        this.holds = holds;
        this.now = now;
    }

    /** What these deals use from now on. */
    void post(Collection<Gauge> measuring, List<Standing> deals, Function<Standing, Supplier<Place>> places) {
        var known = uses.lines(
                measuring.stream().map(Gauge::id).toList(),
                deals.stream().map(Standing::deal).toList());
        var lines = new ArrayList<Uses.Line>();
        for (var deal : deals) {
            for (var gauge : measuring) {
                var before = known.getOrDefault(new Uses.Whose(gauge.id(), deal.deal()), Map.of());
                var after = gauge.measure(deal, places.apply(deal));
                Uses.between(gauge.id(), before, after).forEach((key, change) -> {
                    if (!change.isNone()) {
                        lines.add(new Uses.Line(key, deal, change.after()));
                        if (gauge.counts(deal.currency())) {
                            moved.merge(key, change.difference(), BigDecimal::add);
                        }
                    }
                });
            }
        }
        uses.put(lines);
    }

    /** Looks at these buckets too, although nothing moves in them. */
    void touch(Collection<Bucket.Key> keys) {
        touched.addAll(keys);
    }

    /** Nothing happens when somebody else has ended it already. */
    void end(Hold hold, Hold.End why) {
        if (holds.end(hold.id(), why)) {
            ended.put(hold, why);
        }
    }

    void make(Hold hold) {
        made = hold;
    }

    /**
     * @param enforcing false when what is done has happened anyhow: it is written down whatever the limits say
     * @throws LimitExceeded when more is asked for than a limit that blocks leaves
     */
    List<LimitEvent> close(boolean enforcing) {
        touched.addAll(moved.keySet());
        ended.keySet().forEach(hold -> touched.addAll(hold.amounts().keySet()));
        if (made != null) {
            touched.addAll(made.amounts().keySet());
        }
        var buckets = uses.buckets(touched, today()).values().stream()
                .map(this::asked)
                .toList();
        if (enforcing) {
            buckets.forEach(this::mustFit);
        }
        var facts = new ArrayList<LimitEvent>();
        ended.forEach((hold, why) -> release(hold, why, buckets, facts));
        if (made != null) {
            holds.keep(made);
            reserve(made, buckets, facts);
        }
        uses.keep(buckets.stream().map(bucket -> told(bucket, facts)).toList());
        return facts;
    }

    private Bucket asked(Bucket bucket) {
        var reserve = made == null ? BigDecimal.ZERO : made.amounts().getOrDefault(bucket.key(), BigDecimal.ZERO);
        return bucket.asking(moved.getOrDefault(bucket.key(), BigDecimal.ZERO), reserve);
    }

    private void mustFit(Bucket bucket) {
        var gauge = gauge(bucket.key());
        if (gauge.blocksOn(today()) && bucket.overflows(gauge)) {
            throw new LimitExceeded(gauge, bucket);
        }
    }

    private void release(Hold hold, Hold.End why, List<Bucket> buckets, List<LimitEvent> facts) {
        for (var bucket : buckets) {
            var amount = hold.amounts().get(bucket.key());
            if (amount != null) {
                var gauge = gauge(bucket.key());
                facts.add(limit(bucket.key())
                        .released(bucket.after(gauge), hold, money(gauge, amount), why, classOf(hold, bucket), now));
            }
        }
    }

    private void reserve(Hold hold, List<Bucket> buckets, List<LimitEvent> facts) {
        for (var bucket : buckets) {
            var amount = hold.amounts().get(bucket.key());
            if (amount != null) {
                var gauge = gauge(bucket.key());
                facts.add(limit(bucket.key())
                        .held(bucket.after(gauge), hold, money(gauge, amount), classOf(hold, bucket), now));
            }
        }
    }

    /** Says each level that was reached or cleared, once. */
    private Bucket told(Bucket bucket, List<LimitEvent> facts) {
        var gauge = gauge(bucket.key());
        var reached = gauge.level(bucket.usedAfter(), today());
        if (reached.compareTo(bucket.told()) == 0) {
            return bucket;
        }
        var limit = limit(bucket.key());
        var use = bucket.after(gauge);
        var releaseClass = classOf(bucket);
        for (var level : gauge.levels()) {
            if (level.compareTo(bucket.told()) > 0 && level.compareTo(reached) <= 0) {
                facts.add(limit.reached(use, level, releaseClass, now));
            }
        }
        for (var level : gauge.levels().reversed()) {
            if (level.compareTo(bucket.told()) <= 0 && level.compareTo(reached) > 0) {
                facts.add(limit.cleared(use, level, releaseClass, now));
            }
        }
        return bucket.telling(reached);
    }

    private String classOf(Bucket bucket) {
        return uses.isRestricted(bucket.key()) ? "RESTRICTED" : "PUBLIC";
    }

    private String classOf(Hold hold, Bucket bucket) {
        return hold.releaseClass().equals("PUBLIC") ? classOf(bucket) : hold.releaseClass();
    }

    private Gauge gauge(Bucket.Key key) {
        return requireNonNull(gauges.get(key.limit()));
    }

    private Limit limit(Bucket.Key key) {
        return requireNonNull(limits.get(key.limit()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static Money money(Gauge gauge, BigDecimal amount) {
        return new Money(amount, gauge.threshold().currency());
    }
}
