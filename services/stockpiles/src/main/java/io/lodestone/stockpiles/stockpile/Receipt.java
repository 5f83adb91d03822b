package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.Country;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Mineral;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Material that came in.
 *
 * @param purity          percent, null when not measured
 * @param tonnes          metric tonnes in {@code basis}, more than zero
 * @param countryOfOrigin ISO 3166-1 alpha-2
 * @param supplier        who delivered, 1 to 300 characters
 * @param offtakeId       the agreement it was delivered under, null when bought otherwise
 * @param unitCost        cost of one tonne, null when not known
 * @param location        where it lies, 1 to 200 characters
 * @param basis           how it was weighed; GROSS when left out
 * @param effectiveOn     the day it came, null for today
 */
public record Receipt(
        Mineral mineral,
        String form,
        String grade,
        @Nullable Share purity,
        Tonnes tonnes,
        String countryOfOrigin,
        String supplier,
        @Nullable UUID offtakeId,
        @Nullable Money unitCost,
        String location,
        @Nullable Basis basis,
        @Nullable LocalDate effectiveOn) {

    private static final BigDecimal COST_CEILING = BigDecimal.TEN.pow(15);

    /** @throws InvalidValue naming the part that is missing or wrong, also when the lot would cost 10^15 or more */
    public Receipt {
        basis = Objects.requireNonNullElse(basis, Basis.GROSS);
        var unused = new Substance(mineral, form, grade, basis);
        if (tonnes == null) {
            throw new InvalidValue("tonnes", "is missing");
        }
        tonnes.positive("tonnes");
        Country.check("countryOfOrigin", countryOfOrigin);
        Text.check("supplier", supplier, 300);
        Text.check("location", location, 200);
        if (unitCost != null) {
            unitCost.notNegative("unitCost");
            if (unitCost.amount().multiply(tonnes.value()).compareTo(COST_CEILING) >= 0) {
                throw new InvalidValue("unitCost.amount", "times tonnes must be below 10^15");
            }
        }
    }

    public Substance substance() {
        return new Substance(mineral, form, grade, Objects.requireNonNullElse(basis, Basis.GROSS));
    }
}
