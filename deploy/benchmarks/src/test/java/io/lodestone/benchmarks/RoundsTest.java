package io.lodestone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.benchmarks.Rounds.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void sidesAreWarmedUpOnceAndThenTakeTurns() throws Exception {
        var series = new Rounds(3).alternate(side("a", 10), side("b", 1));

        assertThat(order).containsExactly("warm a", "warm b", "a", "b", "a", "b", "a", "b");
        assertThat(series.getFirst().values()).containsExactly(10.0, 10.0, 10.0);
        assertThat(series.getLast().values()).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
        assertThat(new Series(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5.0);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(new Series(List.of(9.0, 1.0, 5.0, 6.0)).median()).isEqualTo(5.5);
    }

    @Test
    void aRatioIsTakenRoundByRound() {
        var ratios = new Series(List.of(4.0, 9.0)).over(new Series(List.of(8.0, 10.0)));

        assertThat(ratios.min()).isEqualTo(0.5);
        assertThat(ratios.max()).isEqualTo(0.9);
    }

    @Test
    void withoutARoundThereIsNoFigure() {
        assertThatThrownBy(() -> new Rounds(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Rounds.Side side(String name, double value) {
        return new Rounds.Side() {
            @Override
            public void warmUp() {
                order.add("warm " + name);
            }

            @Override
            public double measure() {
                order.add(name);
                return value;
            }
        };
    }
}
