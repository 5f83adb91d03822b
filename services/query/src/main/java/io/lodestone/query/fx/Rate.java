package io.lodestone.query.fx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How amounts of one currency are told in another on one day: times {@code up}, divided by {@code down}.
 *
 * @param publishedOn the day of the older of the two quotes behind it
 * @param sources     URLs
 */
public record Rate(
        String from, String to, LocalDate publishedOn, BigDecimal up, BigDecimal down, SortedSet<String> sources) {

    private static final int SHOWN_DIGITS = 10;

    public Rate {
        sources = new TreeSet<>(sources);
    }

    /** Exact but for the division, which keeps 34 digits. */
    BigDecimal times(BigDecimal amount) {
        return amount.multiply(up).divide(down, MathContext.DECIMAL128);
    }

    /** With ten digits. */
    public String shown() {
        return up.divide(down, new MathContext(SHOWN_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
