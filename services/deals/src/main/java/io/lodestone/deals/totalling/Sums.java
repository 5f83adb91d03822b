package io.lodestone.deals.totalling;

import io.lodestone.contracts.deals.ControlTotals.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** What deals add up to, by where it is counted. What is zero is left out. */
record Sums(SortedMap<Place, Sum> sums) {

    static final List<String> FIGURES =
            List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding", "contingent", "paid", "writtenOff");

    static final List<String> MEASURES =
            Stream.concat(Stream.of("deals", "facts"), FIGURES.stream()).toList();

    /** @param measure its number among {@link #MEASURES} */
    record Place(int part, String agency, String instrument, String currency, int measure)
            implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::part)
                .thenComparing(Place::agency)
                .thenComparing(Place::instrument)
                .thenComparing(Place::currency)
                .thenComparingInt(Place::measure);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param weighed each deal's amount multiplied by the deal's number */
    record Sum(BigDecimal sum, BigDecimal weighed) {

        static final Sum ZERO = new Sum(BigDecimal.ZERO, BigDecimal.ZERO);

        Sum plus(Sum other) {
            return new Sum(sum.add(other.sum), weighed.add(other.weighed));
        }

        Sum minus(Sum other) {
            return new Sum(sum.subtract(other.sum), weighed.subtract(other.weighed));
        }

        private boolean isZero() {
            return sum.signum() == 0 && weighed.signum() == 0;
        }
    }

    Sums plus(Sums other) {
        return with(other, Sum::plus);
    }

    Sums minus(Sums other) {
        return with(other, Sum::minus);
    }

    private Sums with(Sums other, BinaryOperator<Sum> operation) {
        var all = new TreeMap<>(sums);
        other.sums.forEach((place, sum) -> all.put(place, operation.apply(all.getOrDefault(place, Sum.ZERO), sum)));
        all.values().removeIf(Sum::isZero);
        return new Sums(all);
    }

    /** Part by part; a part with no deals is missing. */
    Map<Integer, List<Line>> lines() {
        var lines = new TreeMap<Integer, List<Line>>();
        sums.forEach((place, sum) -> lines.computeIfAbsent(place.part(), part -> new ArrayList<>())
                .add(new Line(
                        place.agency(),
                        place.instrument(),
                        place.currency(),
                        MEASURES.get(place.measure()),
                        sum.sum(),
                        sum.weighed())));
        return lines;
    }
}
