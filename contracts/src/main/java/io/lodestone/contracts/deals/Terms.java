package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed beside the amount. The instrument decides which of eight kinds it is; each has its own fields. What is
 * not agreed or not disclosed is left out. Constructors throw InvalidValue naming the field that is wrong.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Terms.Loan.class, name = "LOAN"),
    @JsonSubTypes.Type(value = Terms.Guarantee.class, name = "GUARANTEE"),
    @JsonSubTypes.Type(value = Terms.Insurance.class, name = "INSURANCE"),
    @JsonSubTypes.Type(value = Terms.Equity.class, name = "EQUITY"),
    @JsonSubTypes.Type(value = Terms.Warrant.class, name = "WARRANT"),
    @JsonSubTypes.Type(value = Terms.Grant.class, name = "GRANT"),
    @JsonSubTypes.Type(value = Terms.PriceFloor.class, name = "PRICE_FLOOR"),
    @JsonSubTypes.Type(value = Terms.PurchaseCommitment.class, name = "PURCHASE_COMMITMENT")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Terms {

    /**
     * Money lent.
     *
     * @param tenorMonths       months from signing to the last payment, 1 to 600
     * @param gracePeriodMonths months before principal is due, 0 to the tenor
     * @param fixedRate         percent a year, 0 to 100; not beside {@code basis}
     * @param basis             the floating rate it follows
     * @param spreadBasisPoints over {@code basis}, -1,000 to 5,000
     * @param seniority         its rank among the borrower's debts, in the agreement's words
     * @param repaymentCurrency ISO 4217
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Loan(
            @Nullable Integer tenorMonths,
            @Nullable Integer gracePeriodMonths,
            @Nullable BigDecimal fixedRate,
            @Nullable String basis,
            @Nullable Integer spreadBasisPoints,
            @Nullable String seniority,
            @Nullable String repaymentCurrency)
            implements Terms {
        public Loan {
            TermsRules.tenor(tenorMonths);
            TermsRules.range("gracePeriodMonths", gracePeriodMonths, 0, tenorMonths == null ? 600 : tenorMonths);
            if (fixedRate != null && (fixedRate.signum() < 0 || fixedRate.compareTo(BigDecimal.valueOf(100)) > 0)) {
                throw new InvalidValue("fixedRate", "must be between 0 and 100 percent a year");
            }
            if (fixedRate != null && (basis != null || spreadBasisPoints != null)) {
                throw new InvalidValue("basis", "cannot stand beside fixedRate: a rate is fixed or floats");
            }
            if (spreadBasisPoints != null && basis == null) {
                throw new InvalidValue("basis", "is missing: name the rate that the spread is over");
            }
            TermsRules.range("spreadBasisPoints", spreadBasisPoints, -1000, 5000);
            TermsRules.text("basis", basis);
            TermsRules.text("seniority", seniority);
            if (repaymentCurrency != null) {
                Money.minorDigits(repaymentCurrency);
            }
        }
    }

    /**
     * A promise to pay when another's borrower does not.
     *
     * @param coveredShare part of the loan that is covered
     * @param lender       whose loan it is
     * @param tenorMonths  months from signing to the end of cover, 1 to 600
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Guarantee(
            @Nullable Share coveredShare,
            @Nullable Party lender,
            @Nullable Integer tenorMonths) implements Terms {
        public Guarantee {
            TermsRules.tenor(tenorMonths);
        }
    }

    /**
     * Cover of an investment against political risk.
     *
     * @param insuredShare part of the investment that is insured
     * @param perils       what it is insured against, in the policy's words
     * @param tenorMonths  months from signing to the end of cover, 1 to 600
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Insurance(
            @Nullable Share insuredShare,
            @Nullable List<String> perils,
            @Nullable Integer tenorMonths) implements Terms {
        public Insurance {
            TermsRules.tenor(tenorMonths);
            perils = TermsRules.texts("perils", perils);
        }
    }

    /**
     * A part of a company or fund.
     *
     * @param stakeShare part of all equity
     * @param securities what is held, in the agreement's words
     * @param conversion what it may be turned into
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Equity(
            @Nullable Share stakeShare,
            @Nullable String securities,
            @Nullable String conversion) implements Terms {
        public Equity {
            TermsRules.text("securities", securities);
            TermsRules.text("conversion", conversion);
        }
    }

    /**
     * The right to buy shares.
     *
     * @param count     how many shares, more than zero
     * @param strike    the price of one share
     * @param expiresOn last day on which the right can be used
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Warrant(
            @Nullable Long count,
            @Nullable Money strike,
            @Nullable LocalDate expiresOn) implements Terms {
        public Warrant {
            if (count != null && count < 1) {
                throw new InvalidValue("count", "must be more than zero");
            }
            TermsRules.notNegative("strike", strike);
        }
    }

    /**
     * Money that is not paid back.
     *
     * @param costShare  part of the cost that is paid
     * @param milestones what has to be reached for payment, in the agreement's words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Grant(@Nullable Share costShare, @Nullable List<String> milestones) implements Terms {
        public Grant {
            milestones = TermsRules.texts("milestones", milestones);
        }
    }

    /**
     * A promise that a seller gets no less than a price.
     *
     * @param product        what is sold, in the agreement's words
     * @param floorPerKg     the least price of one kilogram
     * @param referenceIndex the market price it is measured by
     * @param tonnesPerYear  how much is covered each year
     * @param years          how long, 1 to 100
     * @param upsideShare    part of what the market pays above the floor that goes to the guarantor
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PriceFloor(
            @Nullable String product,
            @Nullable Money floorPerKg,
            @Nullable String referenceIndex,
            @Nullable Tonnes tonnesPerYear,
            @Nullable Integer years,
            @Nullable Share upsideShare)
            implements Terms {
        public PriceFloor {
            TermsRules.text("product", product);
            TermsRules.notNegative("floorPerKg", floorPerKg);
            TermsRules.text("referenceIndex", referenceIndex);
            TermsRules.range("years", years, 1, 100);
        }
    }

    /**
     * A promise to buy.
     *
     * @param ceiling the most that is paid in all
     * @param tonnes  how much in all
     * @param product what is bought, in the agreement's words
     * @param years   how long, 1 to 100
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PurchaseCommitment(
            @Nullable Money ceiling,
            @Nullable Tonnes tonnes,
            @Nullable String product,
            @Nullable Integer years) implements Terms {
        public PurchaseCommitment {
            TermsRules.notNegative("ceiling", ceiling);
            TermsRules.text("product", product);
            TermsRules.range("years", years, 1, 100);
        }
    }
}
