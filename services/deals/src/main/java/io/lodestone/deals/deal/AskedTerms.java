package io.lodestone.deals.deal;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.deals.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Terms as they are asked for: flat, because the deal's instrument decides which fields there are. A field that does not
 * belong to it is refused. {@link Terms} says what each means.
 *
 * @param kind as answers and facts name it; may be left out
 */
public record AskedTerms(
        @Nullable String kind,
        @Nullable Integer tenorMonths,
        @Nullable Integer gracePeriodMonths,
        @Nullable BigDecimal fixedRate,
        @Nullable String basis,
        @Nullable Integer spreadBasisPoints,
        @Nullable String seniority,
        @Nullable String repaymentCurrency,
        @Nullable Share coveredShare,
        @Nullable Party lender,
        @Nullable Share insuredShare,
        @Nullable List<String> perils,
        @Nullable Share stakeShare,
        @Nullable String securities,
        @Nullable String conversion,
        @Nullable Long count,
        @Nullable Money strike,
        @Nullable LocalDate expiresOn,
        @Nullable Share costShare,
        @Nullable List<String> milestones,
        @Nullable String product,
        @Nullable Money floorPerKg,
        @Nullable String referenceIndex,
        @Nullable Tonnes tonnesPerYear,
        @Nullable Integer years,
        @Nullable Share upsideShare,
        @Nullable Tonnes tonnes,
        @Nullable Money ceiling) {

    private static final Set<String> LOAN = Set.of(
            "tenorMonths",
            "gracePeriodMonths",
            "fixedRate",
            "basis",
            "spreadBasisPoints",
            "seniority",
            "repaymentCurrency");

    /** The terms of a deal in {@code instrument}. @throws InvalidValue naming the field that is wrong or not its own */
    public Terms of(Instrument instrument) {
        mustFit(instrument);
        try {
            return agreed(instrument);
        } catch (InvalidValue e) {
            throw new InvalidValue("terms." + e.component(), String.valueOf(e.getMessage()));
        }
    }

    private Terms agreed(Instrument instrument) {
        return switch (instrument) {
            case DIRECT_LOAN, SUBORDINATED_LOAN ->
                new Terms.Loan(
                        tenorMonths,
                        gracePeriodMonths,
                        fixedRate,
                        basis,
                        spreadBasisPoints,
                        seniority,
                        repaymentCurrency);
            case LOAN_GUARANTEE -> new Terms.Guarantee(coveredShare, lender, tenorMonths);
            case POLITICAL_RISK_INSURANCE -> new Terms.Insurance(insuredShare, perils, tenorMonths);
            case EQUITY, PREFERRED_EQUITY, FUND_COMMITMENT -> new Terms.Equity(stakeShare, securities, conversion);
            case WARRANT -> new Terms.Warrant(count, strike, expiresOn);
            case GRANT, TECHNICAL_ASSISTANCE, TAX_CREDIT -> new Terms.Grant(costShare, milestones);
            case PRICE_FLOOR, OFFTAKE_GUARANTEE ->
                new Terms.PriceFloor(product, floorPerKg, referenceIndex, tonnesPerYear, years, upsideShare);
            case PURCHASE_COMMITMENT -> new Terms.PurchaseCommitment(ceiling, tonnes, product, years);
        };
    }

    private void mustFit(Instrument instrument) {
        var own = kindOf(instrument);
        if (kind != null && !kind.equals(own)) {
            throw new InvalidValue("terms.kind", "must be " + own + " for " + instrument + ", or left out");
        }
        var allowed = fieldsOf(instrument);
        for (var component : AskedTerms.class.getRecordComponents()) {
            var name = component.getName();
            if (!name.equals("kind") && !allowed.contains(name) && isPresent(name)) {
                throw new InvalidValue(
                        "terms." + name,
                        "is not a term of " + instrument + ", which has "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    private static String kindOf(Instrument instrument) {
        return switch (instrument) {
            case DIRECT_LOAN, SUBORDINATED_LOAN -> "LOAN";
            case LOAN_GUARANTEE -> "GUARANTEE";
            case POLITICAL_RISK_INSURANCE -> "INSURANCE";
            case EQUITY, PREFERRED_EQUITY, FUND_COMMITMENT -> "EQUITY";
            case WARRANT -> "WARRANT";
            case GRANT, TECHNICAL_ASSISTANCE, TAX_CREDIT -> "GRANT";
            case PRICE_FLOOR, OFFTAKE_GUARANTEE -> "PRICE_FLOOR";
            case PURCHASE_COMMITMENT -> "PURCHASE_COMMITMENT";
        };
    }

    private static Set<String> fieldsOf(Instrument instrument) {
        return switch (instrument) {
            case DIRECT_LOAN, SUBORDINATED_LOAN -> LOAN;
            case LOAN_GUARANTEE -> Set.of("coveredShare", "lender", "tenorMonths");
            case POLITICAL_RISK_INSURANCE -> Set.of("insuredShare", "perils", "tenorMonths");
            case EQUITY, PREFERRED_EQUITY, FUND_COMMITMENT -> Set.of("stakeShare", "securities", "conversion");
            case WARRANT -> Set.of("count", "strike", "expiresOn");
            case GRANT, TECHNICAL_ASSISTANCE, TAX_CREDIT -> Set.of("costShare", "milestones");
            case PRICE_FLOOR, OFFTAKE_GUARANTEE ->
                Set.of("product", "floorPerKg", "referenceIndex", "tonnesPerYear", "years", "upsideShare");
            case PURCHASE_COMMITMENT -> Set.of("ceiling", "tonnes", "product", "years");
        };
    }

    private boolean isPresent(String name) {
        return Arrays.stream(AskedTerms.class.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .anyMatch(component -> {
                    try {
                        return component.getAccessor().invoke(this) != null;
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
