package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.APPLIED;
import static io.lodestone.deals.deal.DealStatus.DUE_DILIGENCE;
import static io.lodestone.deals.deal.Guard.inCurrency;
import static io.lodestone.deals.deal.Guard.may;

import io.lodestone.contracts.deals.DealEvent.DealApplied;
import io.lodestone.contracts.deals.DealEvent.DealProposed;
import io.lodestone.contracts.deals.DealEvent.DueDiligenceStarted;
import io.lodestone.deals.deal.DealRefusal.WrongField;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a letter of interest to due diligence. */
final class Originating {

    private Originating() {}

    /** The first fact. */
    static DealProposed propose(UUID id, Offer offer, @Nullable LocalDate effectiveOn, By by) {
        if (!offer.conditions().stream().allMatch(Condition::isUntouched)) {
            throw new WrongField("conditions", "begin OPEN; satisfy or waive them when the deal is approved");
        }
        var status = offer.enterAs();
        return new DealProposed(
                id,
                1,
                by.now(),
                by.day(effectiveOn),
                DealState.profile(offer, status),
                Amounts.of(offer.headline()).figures(status, offer.instrument().exposureRule()),
                offer.headline(),
                status.name(),
                offer.expiresOn(),
                offer.terms(),
                offer.conditions().isEmpty()
                        ? null
                        : offer.conditions().stream().map(Condition::agreed).toList(),
                offer.environmentalCategory() == null
                        ? null
                        : offer.environmentalCategory().name(),
                offer.sources().isEmpty() ? null : offer.sources());
    }

    static DealApplied apply(DealState deal, Act.Apply act, By by) {
        var day = may(deal, "an application", APPLIED, act, by);
        var headline = act.headline() == null ? deal.offer().headline() : inCurrency(deal, "headline", act.headline());
        var next = deal.step(APPLIED, day, by, amounts -> amounts.heading(headline));
        return new DealApplied(
                next.deal(), next.version(), next.at(), next.day(), next.profile(), next.figures(), headline);
    }

    static DueDiligenceStarted startDueDiligence(DealState deal, Act.StartDueDiligence act, By by) {
        var day = may(deal, "due diligence", DUE_DILIGENCE, act, by);
        var next = deal.step(DUE_DILIGENCE, day, by);
        return new DueDiligenceStarted(
                next.deal(), next.version(), next.at(), next.day(), next.profile(), next.figures());
    }
}
