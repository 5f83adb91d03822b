package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.APPROVED;
import static io.lodestone.deals.deal.DealStatus.EFFECTIVE;
import static io.lodestone.deals.deal.DealStatus.SIGNED;
import static io.lodestone.deals.deal.Guard.day;
import static io.lodestone.deals.deal.Guard.inCurrency;
import static io.lodestone.deals.deal.Guard.may;
import static io.lodestone.deals.deal.Guard.mayWhile;
import static io.lodestone.deals.deal.Guard.mustBeContingent;
import static io.lodestone.deals.deal.Guard.mustNameDecider;
import static io.lodestone.deals.deal.Guard.mustNotBeSubmitter;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.DealEvent.ConditionSatisfied;
import io.lodestone.contracts.deals.DealEvent.ConditionWaived;
import io.lodestone.contracts.deals.DealEvent.DealEffective;
import io.lodestone.contracts.deals.DealEvent.DealSigned;
import io.lodestone.deals.deal.DealRefusal.FourEyes;
import io.lodestone.deals.deal.DealRefusal.IllegalMove;
import io.lodestone.deals.deal.DealRefusal.NoSuchCondition;
import io.lodestone.deals.deal.DealRefusal.OpenConditions;
import io.lodestone.deals.deal.DealRefusal.OverDraw;
import io.lodestone.deals.deal.DealRefusal.WrongField;

/** From approval to an effective agreement. */
final class Signing {

    private Signing() {}

    /** @throws OverDraw when more is signed than is authorized */
    static DealSigned sign(DealState deal, Act.Sign act, By by) {
        var day = may(deal, "a signing", SIGNED, act, by);
        var amount = amount(deal, act);
        var liability = liability(deal, act, amount);
        var authorized = deal.amounts().authorized();
        mustFit(amount, authorized);
        mustFit(liability, authorized);
        boolean contingent = deal.rule() == ExposureRule.CONTINGENT;
        if (!contingent && amount.isZero() && deal.rule() != ExposureRule.PURCHASE && !authorized.isZero()) {
            throw new WrongField("amount", "must be more than zero");
        }
        var committed = contingent ? deal.zero() : amount;
        var next = deal.step(
                SIGNED, day, by, amounts -> amounts.committing(committed).liableFor(liability));
        return new DealSigned(
                next.deal(), next.version(), next.at(), next.day(), next.profile(), next.figures(), amount, liability);
    }

    static ConditionSatisfied satisfy(DealState deal, Act.SatisfyCondition act, By by) {
        var day = mayWhile(deal, "satisfying a condition", act, by, APPROVED, SIGNED);
        mustBeOpen(deal, act.key());
        var next = deal.step(deal.status(), day, by);
        return new ConditionSatisfied(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.key(),
                act.evidence());
    }

    /** @throws FourEyes when the actor submitted the deal */
    static ConditionWaived waive(DealState deal, Act.WaiveCondition act, By by) {
        var day = mayWhile(deal, "waiving a condition", act, by, APPROVED, SIGNED);
        mustNotBeSubmitter(deal, by);
        mustNameDecider(by, act.decidedBy());
        mustBeOpen(deal, act.key());
        var next = deal.step(deal.status(), day, by);
        return new ConditionWaived(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.key(),
                act.reason(),
                act.decidedBy());
    }

    /** @throws OpenConditions while a condition precedent is neither satisfied nor waived */
    static DealEffective makeEffective(DealState deal, Act.MakeEffective act, By by) {
        if (deal.status() != SIGNED) {
            throw new IllegalMove(deal.status(), "effectiveness");
        }
        var day = day(deal, act, by);
        var open = deal.offer().conditions().stream()
                .filter(Condition::isOpen)
                .map(Condition::key)
                .toList();
        if (!open.isEmpty()) {
            throw new OpenConditions(open);
        }
        var next = deal.step(EFFECTIVE, day, by);
        return new DealEffective(next.deal(), next.version(), next.at(), next.day(), next.profile(), next.figures());
    }

    /** What is signed: as asked; for a contingent instrument its liability; else all that is authorized. */
    private static Money amount(DealState deal, Act.Sign act) {
        if (act.amount() != null) {
            return inCurrency(deal, "amount", act.amount());
        }
        if (deal.rule() == ExposureRule.CONTINGENT && act.contingent() != null) {
            return inCurrency(deal, "contingent", act.contingent());
        }
        return deal.amounts().authorized();
    }

    private static Money liability(DealState deal, Act.Sign act, Money amount) {
        boolean contingent = deal.rule() == ExposureRule.CONTINGENT;
        if (act.contingent() == null) {
            return contingent ? amount : deal.zero();
        }
        var liability = inCurrency(deal, "contingent", act.contingent());
        if (!liability.isZero()) {
            mustBeContingent(deal);
        }
        return liability;
    }

    private static void mustFit(Money signed, Money authorized) {
        if (signed.exceeds(authorized)) {
            throw new OverDraw("the authorized amount", signed, authorized);
        }
    }

    private static void mustBeOpen(DealState deal, String key) {
        if (deal.offer().conditions().stream()
                .noneMatch(condition -> condition.key().equals(key) && condition.isOpen())) {
            throw new NoSuchCondition(key);
        }
    }
}
