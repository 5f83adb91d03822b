package io.lodestone.query.exposure;

import io.lodestone.contracts.deals.Figures;
import io.lodestone.contracts.projects.Split;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One amount per rung, all in one currency. Amounts may be negative: an entry is a difference. */
public final class Measures {

    private static final Measure[] MEASURES = Measure.values();
    private static final int RUNGS = MEASURES.length;

    public static final Measures ZERO = each(measure -> BigDecimal.ZERO);

    /** By the rungs' order. Without trailing zeros, so that equal amounts are equal objects. Never changed. */
    private final BigDecimal[] amounts;

    private Measures(BigDecimal[] amounts) {
        this.amounts = amounts;
    }

    /** A rung that is missing is zero. */
    public static Measures of(Map<Measure, BigDecimal> amounts) {
        return each(measure -> amounts.getOrDefault(measure, BigDecimal.ZERO));
    }

    /** The rungs of a deal's figures. */
    public static Measures of(Figures figures) {
        return each(measure -> measure.in(figures));
    }

    /** Asks for each rung once. */
    public static Measures each(Function<Measure, BigDecimal> amount) {
        var all = new BigDecimal[RUNGS];
        for (var measure : MEASURES) {
            all[measure.ordinal()] = plain(amount.apply(measure));
        }
        return new Measures(all);
    }

    public BigDecimal of(Measure measure) {
        return amounts[measure.ordinal()];
    }

    public Measures plus(Measures other) {
        var sums = new BigDecimal[RUNGS];
        for (int rung = 0; rung < RUNGS; rung++) {
            sums[rung] =
                    other.amounts[rung].signum() == 0 ? amounts[rung] : plain(amounts[rung].add(other.amounts[rung]));
        }
        return new Measures(sums);
    }

    public Measures minus(Measures other) {
        var differences = new BigDecimal[RUNGS];
        for (int rung = 0; rung < RUNGS; rung++) {
            differences[rung] = other.amounts[rung].signum() == 0
                    ? amounts[rung]
                    : plain(amounts[rung].subtract(other.amounts[rung]));
        }
        return new Measures(differences);
    }

    /** Each rung divided for itself; one vector per part, in the order of the parts. */
    List<Measures> divided(Split split, int minorDigits) {
        int parts = split.parts().size();
        if (parts == 1) {
            return List.of(this);
        }
        var shares = new BigDecimal[parts][RUNGS];
        for (int rung = 0; rung < RUNGS; rung++) {
            var ofRung = amounts[rung].signum() == 0 ? null : split.shares(amounts[rung], minorDigits);
            for (int part = 0; part < parts; part++) {
                shares[part][rung] = ofRung == null ? BigDecimal.ZERO : plain(ofRung.get(part));
            }
        }
        return Arrays.stream(shares).map(Measures::new).toList();
    }

    public boolean isZero() {
        for (var amount : amounts) {
            if (amount.signum() != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isAnyNegative() {
        return Arrays.stream(amounts).anyMatch(amount -> amount.signum() < 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Measures measures && Arrays.equals(amounts, measures.amounts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        return Arrays.toString(amounts);
    }

    /** Most amounts are zero, or whole and plain already. */
    private static BigDecimal plain(BigDecimal amount) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (amount.scale() == 0) {
            return amount;
        }
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
