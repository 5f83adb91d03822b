package io.lodestone.deals.limit;

import io.lodestone.contracts.limits.LimitEvent;
import io.lodestone.deals.deal.By;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.limit.LimitRefusal.LimitExceeded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How acts on deals use limits, in the transaction of the act. */
@ApplicationScoped
public class Headroom {

    private final Settlements settlements;
    private final Holds holds;

    Headroom(Settlements settlements, Holds holds) {
        this.settlements = settlements;
        this.holds = holds;
    }

    /**
     * A deal was acted on.
     *
     * @param before where it stood, null for a new deal
     */
    public record Move(@Nullable Standing before, Standing after) {}

    /**
     * Deals were acted on. Costs nothing when no limit counts what changed. An approval spends the hold that was made for
     * it.
     *
     * @param gauges as they were given out before the deals were locked
     * @param by     whoever only records what has happened is never refused
     * @throws LimitExceeded when more is used than before and a limit that blocks leaves no room for it
     */
    public List<LimitEvent> move(
            List<Gauge> gauges, List<Move> moves, Function<Standing, Supplier<Place>> places, By by) {
        var measuring = gauges.stream()
                .filter(gauge -> moves.stream().anyMatch(move -> matters(gauge, move, places)))
                .toList();
        var spent = moves.stream()
                .filter(move -> Standing.decides(move.before(), move.after()))
                .flatMap(move -> holds.of(move.after().deal()).map(hold -> new Spent(hold, move.after())).stream())
                .toList();
        if (measuring.isEmpty() && spent.isEmpty()) {
            return List.of();
        }
        var ids = new TreeSet<>(measuring.stream().map(Gauge::id).toList());
        spent.forEach(one -> ids.addAll(one.hold().limits()));
        var settlement = settlements.open(gauges, ids, by.now());
        spent.forEach(
                one -> settlement.end(one.hold(), end(one.hold(), one.deal().status(), by.now())));
        settlement.post(measuring, moves.stream().map(Move::after).toList(), places);
        return settlement.close(!by.recording());
    }

    private record Spent(Hold hold, Standing deal) {}

    private static boolean matters(Gauge gauge, Move move, Function<Standing, Supplier<Place>> places) {
        var place = places.apply(move.after());
        return !gauge.measure(move.before(), place).equals(gauge.measure(move.after(), place));
    }

    private static Hold.End end(Hold hold, DealStatus after, Instant now) {
        if (hold.isOverOn(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            return Hold.End.EXPIRED;
        }
        return switch (after) {
            case DECLINED, CANCELLED -> Hold.End.ENDED;
            case LETTER_OF_INTEREST,
                    APPLIED,
                    DUE_DILIGENCE,
                    APPROVED,
                    SIGNED,
                    EFFECTIVE,
                    IN_DEFAULT,
                    TERMINATED,
                    CLOSED,
                    WRITTEN_OFF -> Hold.End.SPENT;
        };
    }
}
