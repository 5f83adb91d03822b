package io.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency. The scale is always the currency's minor digits (ISO 4217: 2 for USD, 0 for JPY);
 * the magnitude stays below 10^15. Adding two currencies is a programming error, not a conversion.
 */
public record Money(BigDecimal amount, String currency) {

    private static final BigDecimal CEILING = BigDecimal.TEN.pow(15);

    /** @throws InvalidValue for an unknown currency, more decimals than the currency has, or a magnitude of 10^15 and above */
    public Money {
        if (amount == null) {
            throw new InvalidValue("amount", "is missing");
        }
        if (currency == null) {
            throw new InvalidValue("currency", "is missing");
        }
        int digits = minorDigits(currency);
        if (amount.precision() - amount.scale() > 15 || amount.abs().compareTo(CEILING) >= 0) {
            throw new InvalidValue("amount", "must be below 10^15");
        }
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new InvalidValue("amount", "has more decimals than the " + digits + " of " + currency);
        }
        amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(inSameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(inSameCurrency(other)), currency);
    }

    public boolean exceeds(Money other) {
        return amount.compareTo(inSameCurrency(other)) > 0;
    }

    @JsonIgnore
    public boolean isZero() {
        return amount.signum() == 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** This amount, or InvalidValue naming {@code component} when it is zero or less. */
    public Money positive(String component) {
        if (amount.signum() <= 0) {
            throw new InvalidValue(component + ".amount", "must be more than zero");
        }
        return this;
    }

    /** This amount, or InvalidValue naming {@code component} when it is less than zero. */
    public Money notNegative(String component) {
        if (amount.signum() < 0) {
            throw new InvalidValue(component + ".amount", "must not be negative");
        }
        return this;
    }

    /** @throws InvalidValue when {@code currency} is not an ISO 4217 code with minor digits */
    public static int minorDigits(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            if (digits >= 0) {
                return digits;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("currency", currency + " is not an ISO 4217 currency code");
        }
        throw new InvalidValue("currency", currency + " is not a currency amounts can be held in");
    }

    private BigDecimal inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " is not " + other.currency);
        }
        return other.amount;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
