package io.lodestone.query.explaining;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a deal gives to a figure.
 *
 * @param currency the deal's own
 * @param amount   in the question's currency
 * @param whole    what the deal stands at undivided, in the question's currency
 * @param original as {@code amount}, in the deal's own currency
 */
record Part(UUID deal, String reference, String currency, BigDecimal amount, BigDecimal whole, BigDecimal original) {

    static final Comparator<Part> SMALLEST_FIRST = Comparator.comparing(
                    (Part part) -> part.amount().abs())
            .thenComparing(Part::deal, Comparator.reverseOrder());

    private static final int WEIGHT_DECIMALS = 6;
    private static final MathContext RATE_DIGITS = new MathContext(10);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    Part ofWhole(BigDecimal undivided) {
        return new Part(deal, reference, currency, amount, undivided, original);
    }

    /** In percent of the deal; null where that stands at zero. */
    @Nullable
    String weight() {
        return whole.signum() == 0
                ? null
                : amount.multiply(PERCENT)
                        .divide(whole, WEIGHT_DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** What one unit of the deal's currency is carried at; null in the question's own, and where there is none. */
    @Nullable
    String rate(String asked) {
        return asked.equals(currency) || original.signum() == 0
                ? null
                : amount.divide(original, RATE_DIGITS).stripTrailingZeros().toPlainString();
    }
}
