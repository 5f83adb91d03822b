package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.stockpiles.Material;

/**
 * One material and how it is weighed: what one level counts.
 *
 * @param form  for example INGOT or OXIDE, 1 to 60 characters, told apart letter by letter
 * @param grade the specification, 1 to 100 characters, told apart letter by letter
 */
public record Substance(Mineral mineral, String form, String grade, Basis basis) {

    /** @throws InvalidValue naming the part that is missing or wrong */
    public Substance {
        if (mineral == null) {
            throw new InvalidValue("mineral", "is missing");
        }
        Text.check("form", form, 60);
        Text.check("grade", grade, 100);
        if (basis == null) {
            throw new InvalidValue("basis", "is missing");
        }
    }

    /** What facts say of it. */
    public Material material() {
        return new Material(mineral.name(), form, grade);
    }
}
