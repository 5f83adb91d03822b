package io.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A share in percent, 0 to 100, at most six decimals. */
public record Share(@JsonValue BigDecimal percent) {

    public static final Share WHOLE = Share.of("100");

    /** @throws InvalidValue outside 0 to 100 or with more than six decimals */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Share {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new InvalidValue("", "must be between 0 and 100 percent");
        }
        percent = percent.stripTrailingZeros();
        if (percent.scale() > 6) {
            throw new InvalidValue("", "has more than six decimals");
        }
        if (percent.scale() < 0) {
            percent = percent.setScale(0);
        }
    }

    public static Share of(String percent) {
        return new Share(new BigDecimal(percent));
    }

    @Override
    public String toString() {
        return percent.toPlainString();
    }
}
