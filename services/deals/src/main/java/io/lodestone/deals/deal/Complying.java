package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.Guard.day;
import static io.lodestone.deals.deal.Guard.mustNameDecider;
import static io.lodestone.deals.deal.Guard.mustNotBeSubmitter;

import io.lodestone.contracts.deals.DealEvent.NoticeSent;
import io.lodestone.contracts.deals.DealEvent.RuleOverridden;
import io.lodestone.deals.deal.DealRefusal.FourEyes;
import io.lodestone.deals.deal.DealRefusal.IllegalMove;
import io.lodestone.deals.deal.DealRefusal.WrongField;

/** What rules ask for: notices, and decisions that a rule shall not hold a deal up. */
final class Complying {

    private Complying() {}

    static NoticeSent sendNotice(DealState deal, Act.SendNotice act, By by) {
        mustBeAlive(deal, "a notice");
        var day = day(deal, act, by);
        if (act.sentOn().isAfter(by.today()) || act.sentOn().isBefore(deal.firstOn())) {
            throw new WrongField("sentOn", "must be between the deal's first fact, " + deal.firstOn() + ", and today");
        }
        var next = deal.step(deal.status(), day, by);
        return new NoticeSent(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.ruleId(),
                act.sentOn(),
                act.note());
    }

    /** @throws FourEyes when the actor submitted the deal */
    static RuleOverridden overrideRule(DealState deal, Act.OverrideRule act, By by) {
        mustBeAlive(deal, "an override");
        var day = day(deal, act, by);
        mustNotBeSubmitter(deal, by);
        mustNameDecider(by, act.decidedBy());
        var next = deal.step(deal.status(), day, by);
        return new RuleOverridden(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                act.ruleId(),
                act.reason(),
                act.decidedBy());
    }

    private static void mustBeAlive(DealState deal, String verb) {
        if (deal.status().next().isEmpty()) {
            throw new IllegalMove(deal.status(), verb);
        }
    }
}
