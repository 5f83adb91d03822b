package io.lodestone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.local.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarmthTest {

    @Test
    void endsWhenAsManyOperationsAreDone() throws Exception {
        assertThat(left(List.of(50.0, 100.0, 98.0, 104.0))).containsExactly(104.0);
    }

    @Test
    void endsAfterFifteenMinutesHoweverSlowItIs() throws Exception {
        assertThat(left(Stream.generate(() -> 1.0).limit(91).toList())).hasSize(1);
    }

    /** The windows that were not needed. */
    private static List<Double> left(List<Double> rates) throws Exception {
        Iterator<Double> windows = rates.iterator();
        Warmth.reach(2_400, new Progress(new PrintStream(OutputStream.nullOutputStream())), _ -> windows.next());
        return Stream.generate(() -> 0)
                .takeWhile(_ -> windows.hasNext())
                .map(_ -> windows.next())
                .toList();
    }
}
