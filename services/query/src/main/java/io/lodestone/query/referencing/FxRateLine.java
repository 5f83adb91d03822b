package io.lodestone.query.referencing;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Source;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exchange rate as it was published.
 *
 * @param base     ISO 4217; one unit of it is worth
 * @param rate     so many units, more than zero, of
 * @param currency ISO 4217
 * @param day      the day it was published for
 * @param source   where it was published
 * @param note     what else a reader should know
 */
record FxRateLine(
        @NotNull String base,
        @NotNull String currency,
        @NotNull LocalDate day,
        @NotNull BigDecimal rate,
        @NotNull Source source,
        @Size(max = 1000) @Nullable String note) {

    private static final int DIGITS_MAX = 18;

    /** @throws InvalidValue naming the part that is wrong */
    FxRateLine {
        if (base != null && currency != null) {
            Money.minorDigits(currency);
            mustBeCurrency(base);
            if (base.equals(currency)) {
                throw new InvalidValue("currency", "is the base itself");
            }
        }
        if (rate != null && (rate.signum() <= 0 || rate.precision() > DIGITS_MAX || rate.scale() > DIGITS_MAX)) {
            throw new InvalidValue("rate", "must be more than zero, with at most " + DIGITS_MAX + " digits");
        }
    }

    private static void mustBeCurrency(String base) {
        try {
            Money.minorDigits(base);
        } catch (InvalidValue e) {
            throw new InvalidValue("base", base + " is not an ISO 4217 currency code");
        }
    }
}
