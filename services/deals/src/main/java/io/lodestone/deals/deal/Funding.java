package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.EFFECTIVE;
import static io.lodestone.deals.deal.DealStatus.IN_DEFAULT;
import static io.lodestone.deals.deal.DealStatus.SIGNED;
import static io.lodestone.deals.deal.DealStatus.TERMINATED;
import static io.lodestone.deals.deal.Guard.inCurrency;
import static io.lodestone.deals.deal.Guard.mayWhile;
import static io.lodestone.deals.deal.Guard.mustBeContingent;
import static io.lodestone.deals.deal.Guard.mustBeRepayable;

import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.DealEvent.FundsDisbursed;
import io.lodestone.contracts.deals.DealEvent.InterestCapitalised;
import io.lodestone.contracts.deals.DealEvent.LiabilityAdjusted;
import io.lodestone.contracts.deals.DealEvent.RepaymentReceived;
import io.lodestone.deals.deal.DealRefusal.OverDraw;
import io.lodestone.deals.deal.DealRefusal.WrongField;

/** Money that moves. */
final class Funding {

    private Funding() {}

    /** @throws OverDraw when D would pass C - X */
    static FundsDisbursed disburse(DealState deal, Act.Disburse act, By by) {
        var day = mayWhile(deal, "a disbursement", act, by, EFFECTIVE);
        var amount = inCurrency(deal, "amount", act.amount());
        var available = deal.amounts().available();
        if (amount.exceeds(available)) {
            throw new OverDraw("the committed amount, less cancelled and disbursed,", amount, available);
        }
        var next = deal.step(deal.status(), day, by, amounts -> amounts.disbursing(amount));
        return new FundsDisbursed(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                amount,
                act.tranche());
    }

    static InterestCapitalised capitaliseInterest(DealState deal, Act.CapitaliseInterest act, By by) {
        var day = mayWhile(deal, "capitalising interest", act, by, EFFECTIVE, IN_DEFAULT);
        if (deal.rule() != ExposureRule.FUNDED_DEBT) {
            throw new WrongField("amount", "of interest is for loans");
        }
        var amount = inCurrency(deal, "amount", act.amount());
        var next = deal.step(deal.status(), day, by, amounts -> amounts.capitalising(amount));
        return new InterestCapitalised(
                next.deal(), next.version(), next.at(), next.day(), next.profile(), next.figures(), amount);
    }

    /** @throws OverDraw when R + W would pass D + K */
    static RepaymentReceived receiveRepayment(DealState deal, Act.ReceiveRepayment act, By by) {
        var day = mayWhile(deal, "a repayment", act, by, EFFECTIVE, IN_DEFAULT, TERMINATED);
        mustBeRepayable(deal, "principal");
        var principal = inCurrency(deal, "principal", act.principal());
        var interest = act.interest() == null ? null : inCurrency(deal, "interest", act.interest());
        if (principal.exceeds(deal.amounts().owed())) {
            throw new OverDraw(
                    "the outstanding amount", principal, deal.amounts().owed());
        }
        var next = deal.step(deal.status(), day, by, amounts -> amounts.repaying(principal));
        return new RepaymentReceived(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                principal,
                interest);
    }

    static LiabilityAdjusted adjustLiability(DealState deal, Act.AdjustLiability act, By by) {
        var day = mayWhile(deal, "adjusting the liability", act, by, SIGNED, EFFECTIVE, IN_DEFAULT);
        mustBeContingent(deal);
        var liability = inCurrency(deal, "contingent", act.contingent());
        var next = deal.step(deal.status(), day, by, amounts -> amounts.liableFor(liability));
        return new LiabilityAdjusted(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                liability,
                act.method());
    }
}
