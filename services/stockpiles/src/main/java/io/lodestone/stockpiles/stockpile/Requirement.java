package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Mineral;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of a material must be on hand.
 *
 * @param tonnes             metric tonnes, zero or more
 * @param consumptionPerYear metric tonnes a year uses, more than zero, null when not known
 * @param basis              which tonnes are compared with it; GROSS when left out
 * @param effectiveOn        the day it holds from, null for today
 */
public record Requirement(
        Mineral mineral,
        String form,
        String grade,
        Tonnes tonnes,
        @Nullable Tonnes consumptionPerYear,
        @Nullable Basis basis,
        @Nullable LocalDate effectiveOn) {

    /** @throws InvalidValue naming the part that is missing or wrong */
    public Requirement {
        basis = Objects.requireNonNullElse(basis, Basis.GROSS);
        var unused = new Substance(mineral, form, grade, basis);
        if (tonnes == null) {
            throw new InvalidValue("tonnes", "is missing");
        }
        if (tonnes.isNegative()) {
            throw new InvalidValue("tonnes", "must not be negative");
        }
        if (consumptionPerYear != null) {
            consumptionPerYear.positive("consumptionPerYear");
        }
    }

    public Substance substance() {
        return new Substance(mineral, form, grade, Objects.requireNonNullElse(basis, Basis.GROSS));
    }
}
