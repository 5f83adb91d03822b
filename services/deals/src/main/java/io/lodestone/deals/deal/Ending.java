package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.CANCELLED;
import static io.lodestone.deals.deal.DealStatus.CLOSED;
import static io.lodestone.deals.deal.DealStatus.EFFECTIVE;
import static io.lodestone.deals.deal.DealStatus.IN_DEFAULT;
import static io.lodestone.deals.deal.DealStatus.SIGNED;
import static io.lodestone.deals.deal.DealStatus.TERMINATED;
import static io.lodestone.deals.deal.Guard.inCurrency;
import static io.lodestone.deals.deal.Guard.may;
import static io.lodestone.deals.deal.Guard.mayWhile;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.deals.DealEvent.DealCancelled;
import io.lodestone.contracts.deals.DealEvent.DealClosed;
import io.lodestone.contracts.deals.DealEvent.DealTerminated;
import io.lodestone.deals.deal.DealRefusal.OverDraw;
import io.lodestone.deals.deal.DealRefusal.StillOwed;

/** How deals end. */
final class Ending {

    private Ending() {}

    /** The whole deal up to signing; from signing on, a part of what is not drawn. */
    static DealCancelled cancel(DealState deal, Act.Cancel act, By by) {
        if (act.amount() != null) {
            return cancelPart(deal, act, act.amount(), by);
        }
        var day = may(deal, "a cancellation", CANCELLED, act, by);
        var next = deal.step(CANCELLED, day, by);
        return new DealCancelled(
                next.deal(), next.version(), next.at(), next.day(), next.profile(), next.figures(), null, act.reason());
    }

    private static DealCancelled cancelPart(DealState deal, Act.Cancel act, Money part, By by) {
        var day = mayWhile(deal, "a partial cancellation", act, by, SIGNED, EFFECTIVE, IN_DEFAULT);
        var amount = inCurrency(deal, "amount", part);
        var available = deal.amounts().available();
        if (amount.exceeds(available)) {
            throw new OverDraw("the undrawn amount", amount, available);
        }
        var next = deal.step(deal.status(), day, by, amounts -> amounts.cancelling(amount));
        return new DealCancelled(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                amount,
                act.reason());
    }

    static DealTerminated terminate(DealState deal, Act.Terminate act, By by) {
        var day = may(deal, "a termination", TERMINATED, act, by);
        var next = deal.step(TERMINATED, day, by);
        return new DealTerminated(
                next.deal(), next.version(), next.at(), next.day(), next.profile(), next.figures(), act.reason());
    }

    /** @throws StillOwed while something is outstanding */
    static DealClosed close(DealState deal, Act.Close act, By by) {
        var day = may(deal, "closing", CLOSED, act, by);
        var figures = deal.figures();
        if (figures.outstanding().signum() != 0) {
            throw new StillOwed(new Money(figures.outstanding(), figures.currency()));
        }
        var next = deal.step(CLOSED, day, by);
        return new DealClosed(next.deal(), next.version(), next.at(), next.day(), next.profile(), next.figures());
    }
}
