package io.lodestone.deals.deal;

import static java.util.Objects.requireNonNullElse;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Instrument.ExposureRule;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.ConditionReopened;
import io.lodestone.contracts.deals.DealEvent.ConditionSatisfied;
import io.lodestone.contracts.deals.DealEvent.ConditionWaived;
import io.lodestone.contracts.deals.DealEvent.CrossDefaultCleared;
import io.lodestone.contracts.deals.DealEvent.CrossDefaultFlagged;
import io.lodestone.contracts.deals.DealEvent.DealAmended;
import io.lodestone.contracts.deals.DealEvent.DealApplied;
import io.lodestone.contracts.deals.DealEvent.DealApproved;
import io.lodestone.contracts.deals.DealEvent.DealCancelled;
import io.lodestone.contracts.deals.DealEvent.DealClosed;
import io.lodestone.contracts.deals.DealEvent.DealDeclined;
import io.lodestone.contracts.deals.DealEvent.DealEffective;
import io.lodestone.contracts.deals.DealEvent.DealProposed;
import io.lodestone.contracts.deals.DealEvent.DealSigned;
import io.lodestone.contracts.deals.DealEvent.DealTerminated;
import io.lodestone.contracts.deals.DealEvent.DealWrittenOff;
import io.lodestone.contracts.deals.DealEvent.DefaultCured;
import io.lodestone.contracts.deals.DealEvent.DefaultDeclared;
import io.lodestone.contracts.deals.DealEvent.DefaultWaived;
import io.lodestone.contracts.deals.DealEvent.DueDiligenceStarted;
import io.lodestone.contracts.deals.DealEvent.FundsDisbursed;
import io.lodestone.contracts.deals.DealEvent.InterestCapitalised;
import io.lodestone.contracts.deals.DealEvent.LiabilityAdjusted;
import io.lodestone.contracts.deals.DealEvent.NoticeSent;
import io.lodestone.contracts.deals.DealEvent.PaymentDeferred;
import io.lodestone.contracts.deals.DealEvent.RepaymentReceived;
import io.lodestone.contracts.deals.DealEvent.RuleOverridden;
import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a deal as the design defines them, added up from the amounts that its facts tell. The figures that the
 * facts carry are not looked at, nor is the code that made them.
 */
final class FoldedFigures {

    private static final BigDecimal NONE = new BigDecimal("0.00");
    private static final Set<String> PIPELINE = Set.of("LETTER_OF_INTEREST", "APPLIED", "DUE_DILIGENCE");
    private static final Set<String> COMMITTED = Set.of("SIGNED", "EFFECTIVE", "IN_DEFAULT");

    private final ExposureRule rule;
    private final String currency;
    private String status = "";
    private BigDecimal headline = NONE;
    private BigDecimal authorized = NONE;
    private BigDecimal committed = NONE;
    private BigDecimal cancelled = NONE;
    private BigDecimal disbursed = NONE;
    private BigDecimal capitalised = NONE;
    private BigDecimal repaid = NONE;
    private BigDecimal writtenOff = NONE;
    private BigDecimal liability = NONE;

    FoldedFigures(ExposureRule rule, String currency) {
        this.rule = rule;
        this.currency = currency;
    }

    void hear(DealEvent fact) {
        switch (fact) {
            case DealProposed f -> headline = f.headline().amount();
            case DealApplied f -> headline = or(f.headline(), headline);
            case DealApproved f -> authorized = f.amount().amount();
            case DealSigned f -> {
                committed = rule == ExposureRule.CONTINGENT ? NONE : f.amount().amount();
                liability = f.contingent().amount();
            }
            case DealAmended f -> amend(f);
            case FundsDisbursed f -> disbursed = disbursed.add(f.amount().amount());
            case InterestCapitalised f ->
                capitalised = capitalised.add(f.amount().amount());
            case RepaymentReceived f -> repaid = repaid.add(f.principal().amount());
            case DealWrittenOff f -> writtenOff = writtenOff.add(f.amount().amount());
            case LiabilityAdjusted f -> liability = f.contingent().amount();
            case DealCancelled f -> cancelled = cancelled.add(or(f.amount(), NONE));
            case DueDiligenceStarted _,
                    DealDeclined _,
                    ConditionSatisfied _,
                    ConditionWaived _,
                    ConditionReopened _,
                    DealEffective _,
                    DefaultDeclared _,
                    DefaultCured _,
                    DefaultWaived _,
                    CrossDefaultFlagged _,
                    CrossDefaultCleared _,
                    PaymentDeferred _,
                    DealTerminated _,
                    DealClosed _,
                    NoticeSent _,
                    RuleOverridden _ -> {} // tells of no amount
        }
        status = fact.deal().status();
    }

    /** The status it is amended in is the one it keeps. */
    private void amend(DealAmended fact) {
        headline = or(fact.headline(), headline);
        if (fact.amount() == null) {
            return;
        }
        var amount = fact.amount().amount();
        if (status.equals("APPROVED")) {
            authorized = amount;
            return;
        }
        authorized = authorized.max(amount);
        if (rule == ExposureRule.CONTINGENT) {
            liability = amount;
        } else {
            committed = amount;
        }
    }

    Figures figures() {
        boolean live = COMMITTED.contains(status);
        boolean owed = rule == ExposureRule.FUNDED_DEBT || rule == ExposureRule.EQUITY;
        return new Figures(
                PIPELINE.contains(status) ? headline : NONE,
                status.equals("APPROVED") ? authorized : NONE,
                authorized,
                committed,
                cancelled,
                live ? committed.subtract(cancelled).subtract(disbursed) : NONE,
                disbursed,
                capitalised,
                repaid,
                writtenOff,
                owed ? disbursed.add(capitalised).subtract(repaid).subtract(writtenOff) : NONE,
                live ? liability : NONE,
                rule == ExposureRule.NON_REPAYABLE ? disbursed : NONE,
                currency);
    }

    private static BigDecimal or(@Nullable Money told, BigDecimal before) {
        return requireNonNullElse(told == null ? null : told.amount(), before);
    }
}
