package io.lodestone.query.exposure;

import io.lodestone.contracts.deals.Figures;
import io.lodestone.contracts.projects.Split;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** One amount per rung, all in one currency. Amounts may be negative: an entry is a difference. */
public record Measures(Map<Measure, BigDecimal> amounts) {

    public static final Measures ZERO = new Measures(Map.of());

    /** A rung that is missing is zero. */
    public Measures {
        var all = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            all.put(measure, plain(amounts.getOrDefault(measure, BigDecimal.ZERO)));
        }
        amounts = Collections.unmodifiableMap(all);
    }

    /** The rungs of a deal's figures. */
    public static Measures of(Figures figures) {
        return each(measure -> measure.in(figures));
    }

    /** Asks for each rung once. */
    public static Measures each(Function<Measure, BigDecimal> amount) {
        var all = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            all.put(measure, amount.apply(measure));
        }
        return new Measures(all);
    }

    public BigDecimal of(Measure measure) {
        return amounts.getOrDefault(measure, BigDecimal.ZERO);
    }

    public Measures plus(Measures other) {
        return with(other, BigDecimal::add);
    }

    public Measures minus(Measures other) {
        return with(other, BigDecimal::subtract);
    }

    /** Each rung divided for itself; one vector per part, in the order of the parts. */
    List<Measures> divided(Split split, int minorDigits) {
        var amounts = new ArrayList<Map<Measure, BigDecimal>>();
        split.parts().forEach(part -> amounts.add(new EnumMap<>(Measure.class)));
        for (var measure : Measure.values()) {
            var shares = split.shares(of(measure), minorDigits);
            for (int part = 0; part < shares.size(); part++) {
                amounts.get(part).put(measure, shares.get(part));
            }
        }
        return amounts.stream().map(Measures::new).toList();
    }

    public boolean isZero() {
        return amounts.values().stream().allMatch(amount -> amount.signum() == 0);
    }

    private Measures with(Measures other, BinaryOperator<BigDecimal> operation) {
        return each(measure -> operation.apply(of(measure), other.of(measure)));
    }

    /** Without trailing zeros, so that equal amounts are equal objects. */
    private static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
