package io.lodestone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarmthTest {

    @Test
    void endsWhenTheRateIsLevel() throws Exception {
        assertThat(left(List.of(50.0, 100.0, 98.0, 104.0, 120.0, 121.0, 119.0, 125.0, 1.0)))
                .containsExactly(1.0);
    }

    @Test
    void endsAfterFiveMinutesWhateverTheRate() throws Exception {
        assertThat(left(Stream.iterate(1.0, rate -> rate * 2).limit(31).toList()))
                .hasSize(1);
    }

    /** The windows that were not needed. */
    private static List<Double> left(List<Double> rates) throws Exception {
        Iterator<Double> windows = rates.iterator();
        Warmth.reach(_ -> windows.next());
        return Stream.generate(() -> 0)
                .takeWhile(_ -> windows.hasNext())
                .map(_ -> windows.next())
                .toList();
    }
}
