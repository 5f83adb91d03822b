package io.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A mass in metric tonnes with three to six decimals, below 10^12. May be negative where it is a difference. */
public record Tonnes(@JsonValue BigDecimal value) implements Comparable<Tonnes> {

    private static final BigDecimal CEILING = BigDecimal.TEN.pow(12);

    public static final Tonnes ZERO = new Tonnes(BigDecimal.ZERO);

    /** @throws InvalidValue for more than six decimals or a magnitude of 10^12 and above */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Tonnes {
        if (value.precision() - value.scale() > 12 || value.abs().compareTo(CEILING) >= 0) {
            throw new InvalidValue("", "must be below 10^12 tonnes");
        }
        int decimals = value.stripTrailingZeros().scale();
        if (decimals > 6) {
            throw new InvalidValue("", "has more than six decimals");
        }
        value = value.setScale(Math.max(3, decimals), RoundingMode.UNNECESSARY);
    }

    public static Tonnes of(String value) {
        return new Tonnes(new BigDecimal(value));
    }

    public Tonnes plus(Tonnes other) {
        return new Tonnes(value.add(other.value));
    }

    public Tonnes minus(Tonnes other) {
        return new Tonnes(value.subtract(other.value));
    }

    @JsonIgnore
    public boolean isNegative() {
        return value.signum() < 0;
    }

    /** This mass, or InvalidValue naming {@code component} when it is zero or less. */
    public Tonnes positive(String component) {
        if (value.signum() <= 0) {
            throw new InvalidValue(component, "must be more than zero");
        }
        return this;
    }

    @Override
    public int compareTo(Tonnes other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
