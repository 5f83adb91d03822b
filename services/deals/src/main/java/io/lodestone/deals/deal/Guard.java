package io.lodestone.deals.deal;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.deals.deal.DealRefusal.FourEyes;
import io.lodestone.deals.deal.DealRefusal.IllegalMove;
import io.lodestone.deals.deal.DealRefusal.WrongField;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that many decisions share: lifecycle, day, four eyes, currency. */
final class Guard {

    private Guard() {}

    /** The day of an act that leads to {@code next}. @throws IllegalMove when the lifecycle does not lead there */
    static LocalDate may(DealState deal, String verb, DealStatus next, Act act, By by) {
        if (!deal.status().next().contains(next)) {
            throw new IllegalMove(deal.status(), verb);
        }
        return day(deal, act, by);
    }

    /** The day of an act that belongs to some statuses. @throws IllegalMove in all others */
    static LocalDate mayWhile(DealState deal, String verb, Act act, By by, DealStatus... allowed) {
        if (!List.of(allowed).contains(deal.status())) {
            throw new IllegalMove(deal.status(), verb);
        }
        return day(deal, act, by);
    }

    /** @throws WrongField when the act would be in the future or before the deal's first fact */
    static LocalDate day(DealState deal, Act act, By by) {
        var day = by.day(act.effectiveOn());
        if (day.isBefore(deal.firstOn())) {
            throw new WrongField("effectiveOn", "must not be before the deal's first fact, " + deal.firstOn());
        }
        return day;
    }

    /** Who records a history decides nothing; there the line names who did. @throws FourEyes */
    static void mustNotBeSubmitter(DealState deal, By by) {
        boolean submitted = by.actor().equals(deal.proposedBy()) || by.actor().equals(deal.appliedBy());
        if (submitted && !by.recording()) {
            throw new FourEyes(by.actor());
        }
    }

    static void mustNameDecider(By by, @Nullable String decidedBy) {
        if (by.recording() && decidedBy == null) {
            throw new WrongField("decidedBy", "must name who decided");
        }
    }

    static void mustBeRepayable(DealState deal, String field) {
        if (deal.rule() != ExposureRule.FUNDED_DEBT && deal.rule() != ExposureRule.EQUITY) {
            throw new WrongField(field, "is owed under loans and equity only");
        }
    }

    static void mustBeContingent(DealState deal) {
        if (deal.rule() != ExposureRule.CONTINGENT) {
            throw new WrongField("contingent", "is for guarantees, insurance, price floors and offtake guarantees");
        }
    }

    static Money inCurrency(DealState deal, String field, Money money) {
        var currency = deal.offer().headline().currency();
        if (!money.currency().equals(currency)) {
            throw new WrongField(field + ".currency", "must be the deal's, " + currency);
        }
        return money;
    }
}
