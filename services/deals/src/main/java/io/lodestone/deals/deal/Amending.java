package io.lodestone.deals.deal;

import static io.lodestone.deals.deal.DealStatus.APPROVED;
import static io.lodestone.deals.deal.Guard.day;
import static io.lodestone.deals.deal.Guard.inCurrency;
import static io.lodestone.deals.deal.Guard.mustNotBeSubmitter;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.DealEvent.DealAmended;
import io.lodestone.deals.deal.DealRefusal.FourEyes;
import io.lodestone.deals.deal.DealRefusal.IllegalMove;
import io.lodestone.deals.deal.DealRefusal.OverDraw;
import io.lodestone.deals.deal.DealRefusal.WrongField;
import org.jspecify.annotations.Nullable;

/** What both sides agree to change, before signing and after. */
final class Amending {

    private Amending() {}

    /**
     * @throws OverDraw when less would be committed than is disbursed and cancelled
     * @throws FourEyes when more than is authorized would be, and the actor submitted the deal
     */
    static DealAmended amend(DealState deal, Act.Amend act, By by) {
        if (deal.status().next().isEmpty()) {
            throw new IllegalMove(deal.status(), "an amendment");
        }
        var day = day(deal, act, by);
        var headline = act.headline() == null ? null : inCurrency(deal, "headline", act.headline());
        var amount = act.amount() == null ? null : inCurrency(deal, "amount", act.amount());
        if (amount != null && deal.status().isPipeline()) {
            throw new WrongField("amount", "can be amended from approval on; amend the headline instead");
        }
        var terms = act.terms() == null ? null : act.terms().of(deal.offer().instrument());
        if (raises(deal.amounts(), act)) {
            mustNotBeSubmitter(deal, by);
        }
        var next = deal.step(deal.status(), day, by, before -> amended(deal, before, headline, amount));
        return new DealAmended(
                next.deal(),
                next.version(),
                next.at(),
                next.day(),
                next.profile(),
                next.figures(),
                headline,
                amount,
                act.expiresOn(),
                act.reason(),
                terms);
    }

    /** More than was ever authorized is a new decision: it takes an approver, and not the one who submitted the deal. */
    static boolean raises(Amounts before, Act.Amend act) {
        return act.amount() != null
                && act.amount().currency().equals(before.authorized().currency())
                && act.amount().exceeds(before.authorized());
    }

    private static Amounts amended(DealState deal, Amounts before, @Nullable Money headline, @Nullable Money amount) {
        var after = headline == null ? before : before.heading(headline);
        if (amount == null) {
            return after;
        }
        if (deal.status() == APPROVED) {
            return after.authorizing(amount);
        }
        if (amount.exceeds(before.authorized())) {
            after = after.authorizing(amount);
        }
        if (deal.rule() == ExposureRule.CONTINGENT) {
            return after.liableFor(amount);
        }
        var least = before.cancelled().plus(before.disbursed());
        if (least.exceeds(amount)) {
            throw new OverDraw("an amount of " + amount, least, amount);
        }
        return after.committing(amount);
    }
}
