package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.APPROVED;
import static io.lodestone.deals.deal.DealStatus.DECLINED;
import static io.lodestone.deals.deal.Guard.inCurrency;
import static io.lodestone.deals.deal.Guard.may;
import static io.lodestone.deals.deal.Guard.mustNameDecider;
import static io.lodestone.deals.deal.Guard.mustNotBeSubmitter;

import io.lodestone.contracts.deals.DealEvent.DealApproved;
import io.lodestone.contracts.deals.DealEvent.DealDeclined;
import io.lodestone.deals.deal.DealRefusal.FourEyes;

/** The credit decision. */
final class Approving {

    private Approving() {}

    /** @throws FourEyes when the actor submitted the deal */
    static DealApproved approve(DealState deal, Act.Approve act, By by) {
        var day = may(deal, "an approval", APPROVED, act, by);
        mustNotBeSubmitter(deal, by);
        mustNameDecider(by, act.decidedBy());
        var amount = act.amount() == null ? deal.offer().headline() : inCurrency(deal, "amount", act.amount());
        var next = deal.step(APPROVED, day, by, amounts -> amounts.authorizing(amount));
        return new DealApproved(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                amount,
                act.expiresOn(),
                act.decidedBy(),
                act.note());
    }

    /** @throws FourEyes when the actor submitted the deal */
    static DealDeclined decline(DealState deal, Act.Decline act, By by) {
        var day = may(deal, "a declination", DECLINED, act, by);
        mustNotBeSubmitter(deal, by);
        mustNameDecider(by, act.decidedBy());
        var next = deal.step(DECLINED, day, by);
        return new DealDeclined(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.reason(),
                act.decidedBy());
    }
}
