package io.lodestone.query.exposure;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;

/** Decimals of a currency, also of one that came in a fact and that we cannot name. */
public final class MinorDigits {

    private static final int USUALLY = 2;

    private MinorDigits() {}

    /**
     * The decimals of {@code currency}; two where nobody knows it.
     *
     * @param currency ISO 4217 code or whatever stands in its place
     */
    public static int of(String currency) {
        try {
            return Money.minorDigits(currency);
        } catch (InvalidValue e) {
            return USUALLY;
        }
    }
}
