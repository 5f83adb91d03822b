package io.lodestone.query.view;

import static java.math.BigDecimal.ZERO;
import static java.math.RoundingMode.HALF_EVEN;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a whole is spread over its parts. Parts below zero have no share of anything: with one of them there is no
 * concentration.
 *
 * @param parts the amounts, the largest first
 * @param whole their sum
 */
public record Concentration(List<BigDecimal> parts, BigDecimal whole) {

    private static final int SHARE_DECIMALS = 4;
    private static final int INDEX_DECIMALS = 2;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** The index of a single part that is the whole. */
    private static final BigDecimal INDEX_MAX = BigDecimal.valueOf(10_000);

    public Concentration {
        parts = List.copyOf(parts);
    }

    public static Concentration of(List<BigDecimal> amounts) {
        return new Concentration(
                amounts.stream().sorted(Comparator.reverseOrder()).toList(),
                amounts.stream().reduce(ZERO, BigDecimal::add));
    }

    private boolean isNone() {
        return whole.signum() <= 0 || parts.getLast().signum() < 0;
    }

    /** In percent, with four decimals; null where there is no whole. */
    public @Nullable String share(BigDecimal amount) {
        return isNone() ? null : plain(amount.multiply(PERCENT).divide(whole, SHARE_DECIMALS, HALF_EVEN));
    }

    /** Of the {@code n} largest together. */
    public @Nullable String shareOfLargest(int n) {
        return share(parts.stream().limit(n).reduce(ZERO, BigDecimal::add));
    }

    /** Herfindahl-Hirschman: the sum of the squared shares in percent, from 0 to 10,000. */
    public @Nullable String hhi() {
        return isNone()
                ? null
                : squares()
                        .multiply(INDEX_MAX)
                        .divide(whole.multiply(whole), INDEX_DECIMALS, HALF_EVEN)
                        .toPlainString();
    }

    /** How many parts of equal size would be as concentrated: 10,000 / HHI. */
    public @Nullable String effectiveNumber() {
        return isNone()
                ? null
                : whole.multiply(whole)
                        .divide(squares(), MathContext.DECIMAL64)
                        .setScale(INDEX_DECIMALS, HALF_EVEN)
                        .toPlainString();
    }

    private BigDecimal squares() {
        return parts.stream().map(part -> part.multiply(part)).reduce(ZERO, BigDecimal::add);
    }

    private static String plain(BigDecimal share) {
        var stripped = share.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
