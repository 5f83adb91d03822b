package io.lodestone.deals.rule;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.deals.Figures;
import io.lodestone.contracts.deals.Terms;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.Compliance;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at: a deal as it is, or as an act would leave it, on one day.
 *
 * @param amount what is approved, signed or asked for
 * @param cost   of the project, null when it is not known here
 * @param day    the day on which rules must hold
 */
public record Matter(
        Offer offer,
        Money amount,
        @Nullable Terms terms,
        Compliance compliance,
        @Nullable Money cost,
        LocalDate day) {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** The deal as it stands. */
    public static Matter of(Deal deal, @Nullable Money cost, LocalDate day) {
        return new Matter(deal.offer(), standing(deal), deal.offer().terms(), deal.compliance(), cost, day);
    }

    /** The deal as the act would leave it. */
    public static Matter of(Deal deal, Act act, @Nullable Money cost, LocalDate day) {
        var now = of(deal, cost, day);
        return switch (act) {
            case Act.Approve a -> now.with(a.amount() == null ? now.offer.headline() : a.amount(), now.terms);
            case Act.Sign a -> now.with(signed(a, now.amount), now.terms);
            case Act.Amend a ->
                now.with(
                        a.amount() == null ? now.amount : a.amount(),
                        a.terms() == null ? now.terms : a.terms().of(now.offer.instrument()));
            case Act.Apply _,
                    Act.StartDueDiligence _,
                    Act.Decline _,
                    Act.SatisfyCondition _,
                    Act.WaiveCondition _,
                    Act.MakeEffective _,
                    Act.SendNotice _,
                    Act.OverrideRule _,
                    Act.Disburse _,
                    Act.CapitaliseInterest _,
                    Act.ReceiveRepayment _,
                    Act.AdjustLiability _,
                    Act.DeclareDefault _,
                    Act.CureDefault _,
                    Act.WaiveDefault _,
                    Act.DeferPayment _,
                    Act.WriteOff _,
                    Act.Cancel _,
                    Act.Terminate _,
                    Act.Close _,
                    Act.Pack _,
                    Act.ReopenCondition _,
                    Act.FlagCrossDefault _,
                    Act.ClearCrossDefault _ -> now;
        };
    }

    private Matter with(Money asked, @Nullable Terms agreed) {
        return new Matter(offer, asked, agreed, compliance, cost, day);
    }

    /** How much of what a rule measures there is; empty when it is not known. */
    Optional<BigDecimal> measured(Rule.Measure measure) {
        return Optional.ofNullable(
                switch (measure) {
                    case NOTICE -> null;
                    case TENOR_MONTHS -> tenor();
                    case YEARS -> years();
                    case COVERED_SHARE -> terms instanceof Terms.Guarantee g ? percent(g.coveredShare()) : null;
                    case INSURED_SHARE -> terms instanceof Terms.Insurance i ? percent(i.insuredShare()) : null;
                    case STAKE_SHARE -> terms instanceof Terms.Equity e ? percent(e.stakeShare()) : null;
                    case SHARE_OF_PROJECT_COST -> shareOfCost();
                });
    }

    private @Nullable BigDecimal tenor() {
        return switch (terms) {
            case Terms.Loan loan -> whole(loan.tenorMonths());
            case Terms.Guarantee guarantee -> whole(guarantee.tenorMonths());
            case Terms.Insurance insurance -> whole(insurance.tenorMonths());
            case Terms.Equity _, Terms.Warrant _, Terms.Grant _, Terms.PriceFloor _, Terms.PurchaseCommitment _ -> null;
            case null -> null;
        };
    }

    private @Nullable BigDecimal years() {
        return switch (terms) {
            case Terms.PurchaseCommitment purchase -> whole(purchase.years());
            case Terms.PriceFloor floor -> whole(floor.years());
            case Terms.Loan _, Terms.Guarantee _, Terms.Insurance _, Terms.Equity _, Terms.Warrant _, Terms.Grant _ ->
                null;
            case null -> null;
        };
    }

    private @Nullable BigDecimal shareOfCost() {
        if (cost == null || cost.isZero() || !cost.currency().equals(amount.currency())) {
            return null;
        }
        return amount.amount().multiply(PERCENT).divide(cost.amount(), 6, RoundingMode.UP);
    }

    private static Money signed(Act.Sign act, Money authorized) {
        if (act.amount() != null) {
            return act.amount();
        }
        return act.contingent() == null ? authorized : act.contingent();
    }

    /** Signed, else approved, else asked for. */
    private static Money standing(Deal deal) {
        Figures f = deal.figures();
        var most = f.committed().max(f.contingent());
        if (most.signum() != 0) {
            return new Money(most, f.currency());
        }
        return deal.approvedOn() == null ? deal.offer().headline() : new Money(f.authorized(), f.currency());
    }

    private static @Nullable BigDecimal percent(@Nullable Share share) {
        return share == null ? null : share.percent();
    }

    private static @Nullable BigDecimal whole(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
