package io.lodestone.projects.project;

import io.lodestone.contracts.InvalidValue;
import java.math.BigDecimal;

/**
 * A point on the earth in decimal degrees (WGS 84), at most six decimals each.
 *
 * @param latitude  -90 to 90
 * @param longitude -180 to 180
 */
public record Location(BigDecimal latitude, BigDecimal longitude) {

    /** @throws InvalidValue naming the part that is missing or out of range */
    public Location {
        check("latitude", latitude, 90);
        check("longitude", longitude, 180);
    }

    private static void check(String component, BigDecimal degrees, int most) {
        if (degrees == null) {
            throw new InvalidValue(component, "is missing");
        }
        if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new InvalidValue(component, "must be between -" + most + " and " + most + " degrees");
        }
        if (degrees.stripTrailingZeros().scale() > 6) {
            throw new InvalidValue(component, "has more than six decimals");
        }
    }
}
