package io.lodestone.deals.deal;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Instrument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agreed terms. Each instrument knows some of the fields; a field that does not belong to it is refused.
 *
 * @param tenorMonths       1 to 600
 * @param gracePeriodMonths 0 to 600
 * @param fixedRate         percent a year
 * @param spreadBasisPoints over {@code basis}, -1,000 to 5,000
 * @param floorPerKg        price floor for one kilogram
 * @param strike            price of one share under a warrant
 */
public record Terms(
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
        @Nullable LocalDate exerciseUntil,
        @Nullable Share costShare,
        @Nullable List<String> milestones,
        @Nullable String product,
        @Nullable Money floorPerKg,
        @Nullable String referenceIndex,
        @Nullable Tonnes tonnesPerYear,
        @Nullable Integer years,
        @Nullable Share upsideShare,
        @Nullable Tonnes tonnes) {

    private static final Set<String> LOAN = Set.of(
            "tenorMonths",
            "gracePeriodMonths",
            "fixedRate",
            "basis",
            "spreadBasisPoints",
            "seniority",
            "repaymentCurrency");

    public Terms {
        range("tenorMonths", tenorMonths, 1, 600);
        range("gracePeriodMonths", gracePeriodMonths, 0, 600);
        range("spreadBasisPoints", spreadBasisPoints, -1000, 5000);
        range("years", years, 1, 100);
        if (repaymentCurrency != null) {
            Money.minorDigits(repaymentCurrency);
        }
    }

    /** @throws InvalidValue naming the first field that {@code instrument} does not have */
    void mustFit(Instrument instrument) {
        var allowed = fieldsOf(instrument);
        for (var component : Terms.class.getRecordComponents()) {
            if (!allowed.contains(component.getName()) && isPresent(component.getName())) {
                throw new InvalidValue(
                        "terms." + component.getName(),
                        "is not a term of " + instrument + ", which has "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    private static Set<String> fieldsOf(Instrument instrument) {
        return switch (instrument) {
            case DIRECT_LOAN, SUBORDINATED_LOAN -> LOAN;
            case LOAN_GUARANTEE -> Set.of("coveredShare", "lender", "tenorMonths");
            case POLITICAL_RISK_INSURANCE -> Set.of("insuredShare", "perils", "tenorMonths");
            case EQUITY, PREFERRED_EQUITY, FUND_COMMITMENT -> Set.of("stakeShare", "securities", "conversion");
            case WARRANT -> Set.of("count", "strike", "exerciseUntil");
            case GRANT, TECHNICAL_ASSISTANCE, TAX_CREDIT -> Set.of("costShare", "milestones");
            case PRICE_FLOOR, OFFTAKE_GUARANTEE ->
                Set.of("product", "floorPerKg", "referenceIndex", "tonnesPerYear", "years", "upsideShare");
            case PURCHASE_COMMITMENT -> Set.of("tonnes", "product", "years");
        };
    }

    private boolean isPresent(String name) {
        return Arrays.stream(Terms.class.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .anyMatch(component -> {
                    try {
                        return component.getAccessor().invoke(this) != null;
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static void range(String field, @Nullable Integer value, int from, int to) {
        if (value != null && (value < from || value > to)) {
            throw new InvalidValue(field, "must be between " + from + " and " + to);
        }
    }
}
