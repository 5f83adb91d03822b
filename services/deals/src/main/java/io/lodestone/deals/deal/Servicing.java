package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.EFFECTIVE;
import static io.lodestone.deals.deal.DealStatus.IN_DEFAULT;
import static io.lodestone.deals.deal.DealStatus.WRITTEN_OFF;
import static io.lodestone.deals.deal.Guard.inCurrency;
import static io.lodestone.deals.deal.Guard.may;
import static io.lodestone.deals.deal.Guard.mayWhile;
import static io.lodestone.deals.deal.Guard.mustBeRepayable;
import static io.lodestone.deals.deal.Guard.mustNameDecider;
import static io.lodestone.deals.deal.Guard.mustNotBeSubmitter;

import io.lodestone.contracts.deals.DealEvent.DealWrittenOff;
import io.lodestone.contracts.deals.DealEvent.DefaultCured;
import io.lodestone.contracts.deals.DealEvent.DefaultDeclared;
import io.lodestone.contracts.deals.DealEvent.DefaultWaived;
import io.lodestone.contracts.deals.DealEvent.PaymentDeferred;
import io.lodestone.deals.deal.DealRefusal.FourEyes;
import io.lodestone.deals.deal.DealRefusal.OverDraw;

/** When payments fail. */
final class Servicing {

    private Servicing() {}

    static DefaultDeclared declareDefault(DealState deal, Act.DeclareDefault act, By by) {
        var day = may(deal, "declaring a default", IN_DEFAULT, act, by);
        var next = deal.step(IN_DEFAULT, day, by);
        return new DefaultDeclared(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.reason(),
                act.cureBy());
    }

    static DefaultCured cureDefault(DealState deal, Act.CureDefault act, By by) {
        var day = mayWhile(deal, "curing a default", act, by, IN_DEFAULT);
        var next = deal.step(EFFECTIVE, day, by);
        return new DefaultCured(
                next.deal(), next.version(), next.at(), next.day(), next.profile(), next.figures(), act.note());
    }

    /** @throws FourEyes when the actor submitted the deal */
    static DefaultWaived waiveDefault(DealState deal, Act.WaiveDefault act, By by) {
        var day = mayWhile(deal, "waiving a default", act, by, IN_DEFAULT);
        mustNotBeSubmitter(deal, by);
        mustNameDecider(by, act.decidedBy());
        var next = deal.step(EFFECTIVE, day, by);
        return new DefaultWaived(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.reason(),
                act.decidedBy());
    }

    static PaymentDeferred deferPayment(DealState deal, Act.DeferPayment act, By by) {
        var day = mayWhile(deal, "a deferral", act, by, EFFECTIVE, IN_DEFAULT);
        var next = deal.step(deal.status(), day, by);
        return new PaymentDeferred(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.until(),
                act.reason());
    }

    /** Ends as WRITTEN_OFF when nothing is owed any more. @throws OverDraw when R + W would pass D + K */
    static DealWrittenOff writeOff(DealState deal, Act.WriteOff act, By by) {
        var day = mayWhile(deal, "a write-off", act, by, IN_DEFAULT);
        mustBeRepayable(deal, "amount");
        var amount = inCurrency(deal, "amount", act.amount());
        var owed = deal.amounts().owed();
        if (amount.exceeds(owed)) {
            throw new OverDraw("the outstanding amount", amount, owed);
        }
        var status = amount.equals(owed) ? WRITTEN_OFF : deal.status();
        var next = deal.step(status, day, by, amounts -> amounts.writingOff(amount));
        return new DealWrittenOff(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                amount,
                act.reason());
    }
}
