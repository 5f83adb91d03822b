package io.lodestone.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Measures sides in alternation, A B A B, so that what drifts on the machine drifts for all of them. */
public record Rounds(int count) {

    public Rounds {
        if (count < 1) {
            throw new IllegalArgumentException("At least one round: " + count);
        }
    }

    /** One side of a comparison. */
    public interface Side {

        /** Brings it to speed; nothing is kept of it. */
        default void warmUp() throws Exception {
            measure();
        }

        /** One round. */
        double measure() throws Exception;
    }

    /** Warms each side up once, then measures them in turn; one series per side, in the order given. */
    public List<Series> alternate(Side... sides) throws Exception {
        for (var side : sides) {
            side.warmUp();
        }
        var measured = new ArrayList<List<Double>>();
        for (int i = 0; i < sides.length; i++) {
            measured.add(new ArrayList<>());
        }
        for (int round = 0; round < count; round++) {
            for (int i = 0; i < sides.length; i++) {
                measured.get(i).add(sides[i].measure());
            }
        }
        return measured.stream().map(Series::new).toList();
    }

    /** What one side measured, round by round. */
    public record Series(List<Double> values) {

        public Series {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("Nothing was measured.");
            }
            values = List.copyOf(values);
        }

        public double median() {
            var sorted = sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        public double min() {
            return sorted().findFirst().orElseThrow();
        }

        public double max() {
            return stream().max().orElseThrow();
        }

        /** Round by round, ours over the other's. */
        public Series over(Series other) {
            return new Series(IntStream.range(0, Math.min(values.size(), other.values.size()))
                    .mapToObj(i -> values.get(i) / other.values.get(i))
                    .toList());
        }

        private DoubleStream stream() {
            return values.stream().mapToDouble(Double::doubleValue);
        }

        private DoubleStream sorted() {
            return stream().sorted();
        }
    }
}
