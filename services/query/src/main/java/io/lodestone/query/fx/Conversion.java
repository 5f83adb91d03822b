package io.lodestone.query.fx;

import static java.math.BigDecimal.ZERO;
import static java.math.RoundingMode.HALF_EVEN;

import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.exposure.MinorDigits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Tells amounts of deals in another currency. A deal is converted whole and rounded once per rung; its parts share that
 * by their own amounts, so that the parts of any cut add up exactly. Knows afterwards which rates it used.
 */
public final class Conversion {

    private final Rates rates;
    private final RateChoice choice;
    private final String to;
    private final LocalDate asOf;
    private final Map<String, Map<LocalDate, Rate>> used = new HashMap<>();

    public Conversion(Rates rates, RateChoice choice, String to, LocalDate asOf) {
        this.rates = rates;
        this.choice = choice;
        this.to = to;
        this.asOf = asOf;
    }

    /**
     * A deal in the other currency.
     *
     * @param carried  what it stands at
     * @param residual what its movements, each at the rate of its own day, come to beyond that: what was won or lost by
     *                 exchange on amounts that left again, and the rounding. With current rates the rounding alone
     */
    public record Converted(Measures carried, Measures residual) {}

    /**
     * @param movements of the whole deal, by the day they took effect
     * @throws MissingRate naming the first day without a rate
     */
    public Converted convert(String from, NavigableMap<LocalDate, Measures> movements) {
        if (from.equals(to)) {
            return new Converted(movements.values().stream().reduce(Measures.ZERO, Measures::plus), Measures.ZERO);
        }
        var carried = new EnumMap<Measure, BigDecimal>(Measure.class);
        var residual = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            var balance = balance(from, measure, movements);
            var rounded = balance.value.setScale(MinorDigits.of(to), HALF_EVEN);
            carried.put(measure, rounded);
            residual.put(measure, balance.flown.subtract(rounded));
        }
        return new Converted(Measures.of(carried), Measures.of(residual));
    }

    private Balance balance(String from, Measure measure, NavigableMap<LocalDate, Measures> movements) {
        var balance = new Balance();
        movements.forEach((day, moved) -> {
            var amount = moved.of(measure);
            if (amount.signum() != 0) {
                balance.move(amount, rate(from, choice == RateChoice.CURRENT ? asOf : day));
            }
        });
        return balance;
    }

    private Rate rate(String from, LocalDate day) {
        return used.computeIfAbsent(from, currency -> new HashMap<>())
                .computeIfAbsent(day, moment -> rates.on(moment, from, to));
    }

    /** The rates that were needed so far. */
    public Collection<Rate> used() {
        return used.values().stream()
                .flatMap(byDay -> byDay.values().stream())
                .distinct()
                .toList();
    }

    /**
     * Shares out a whole among parts by their amounts, in the smallest unit: each part gets what the sum up to it comes
     * to, rounded, less what the ones before it got. So the shares sum to the whole whatever the signs.
     *
     * @param parts in a fixed order; their sum is what {@code whole} was converted from
     */
    public static List<BigDecimal> shared(BigDecimal whole, List<BigDecimal> parts, int digits) {
        var sum = parts.stream().reduce(ZERO, BigDecimal::add);
        var shares = new ArrayList<BigDecimal>();
        var upTo = ZERO;
        var given = ZERO;
        for (var part : parts) {
            upTo = upTo.add(part);
            var due = sum.signum() == 0 ? ZERO : whole.multiply(upTo).divide(sum, digits, HALF_EVEN);
            shares.add(due.subtract(given));
            given = due;
        }
        return shares;
    }

    /** An amount and what it is worth; kept at the average of the rates at which it came in. */
    private static final class Balance {

        private BigDecimal amount = ZERO;
        private BigDecimal value = ZERO;
        private BigDecimal flown = ZERO;

        void move(BigDecimal moved, Rate rate) {
            flown = flown.add(rate.times(moved));
            boolean adds = amount.signum() == 0 || amount.signum() == moved.signum();
            var after = amount.add(moved);
            if (adds) {
                value = value.add(rate.times(moved));
            } else if (after.signum() == 0 || after.signum() == amount.signum()) {
                value = value.multiply(after).divide(amount, MathContext.DECIMAL128);
            } else {
                value = rate.times(after);
            }
            amount = after;
        }
    }
}
