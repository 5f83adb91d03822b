package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.APPROVED;
import static io.lodestone.deals.deal.DealStatus.SIGNED;

import io.lodestone.contracts.deals.DealEvent.ConditionReopened;
import io.lodestone.contracts.deals.DealEvent.CrossDefaultCleared;
import io.lodestone.contracts.deals.DealEvent.CrossDefaultFlagged;
import io.lodestone.contracts.deals.DealEvent.DealAmended;
import io.lodestone.deals.deal.DealRefusal.NoSuchCondition;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What follows from elsewhere: a package, a permit or offtake that is gone, a default in the obligor's group. */
final class Linking {

    private Linking() {}

    /** In every status: it says what belongs together, and changes nothing of the agreement. */
    static DealAmended pack(DealState deal, Act.Pack act, By by) {
        var day = Guard.day(deal, act, by);
        var next = deal.step(deal.status(), day, by);
        return new DealAmended(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                DealState.profile(deal.offer().in(act.packageId()), deal.status()),
                next.figures(),
                null,
                null,
                null,
                act.reason(),
                null);
    }

    /** Only while it still holds the deal back; a waived condition stays waived. */
    static ConditionReopened reopen(DealState deal, Act.ReopenCondition act, By by) {
        Guard.mayWhile(deal, "reopening a condition", act, by, APPROVED, SIGNED);
        if (deal.offer().conditions().stream()
                .noneMatch(condition -> condition.key().equals(act.key()) && condition.isSatisfied())) {
            throw new NoSuchCondition(act.key());
        }
        var next = deal.step(deal.status(), since(deal, act.effectiveOn(), by), by);
        return new ConditionReopened(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.key(),
                act.reason());
    }

    static CrossDefaultFlagged flag(DealState deal, Act.FlagCrossDefault act, By by) {
        var next = deal.step(deal.status(), since(deal, act.effectiveOn(), by), by);
        return new CrossDefaultFlagged(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.causedBy(),
                act.reason());
    }

    static CrossDefaultCleared clear(DealState deal, Act.ClearCrossDefault act, By by) {
        var next = deal.step(deal.status(), since(deal, act.effectiveOn(), by), by);
        return new CrossDefaultCleared(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.causedBy(),
                act.reason());
    }

    /** The day of the cause, which may lie before this deal began. */
    private static LocalDate since(DealState deal, @Nullable LocalDate cause, By by) {
        var day = by.day(cause);
        return day.isBefore(deal.firstOn()) ? deal.firstOn() : day;
    }
}
