package io.lodestone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.benchmarks.Rounds.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final Figure FIGURE = Figure.of(
            "P1",
            "/s",
            new Series(List.of(50.0, 60.0, 70.0)),
            new Series(List.of(100.0, 100.0, 140.0)),
            new Verdict(9, 1, 2, 3),
            "");

    @Test
    void aFigureHasMediansAndTheirRatioAndItsSpreadFromRoundToRound() {
        assertThat(FIGURE.ours()).isEqualTo(60.0);
        assertThat(FIGURE.beside()).isEqualTo(100.0);
        assertThat(FIGURE.ratio()).isEqualTo(0.6);
        assertThat(FIGURE.spread()).isEqualTo(new Figure.Spread(0.5, 0.6));
    }

    @Test
    void aProgramReadsOneObjectOnOneLine() throws Exception {
        var read = new ObjectMapper().readTree(FIGURE.json());

        assertThat(FIGURE.json())
                .startsWith("{\"id\":\"P1\",\"ours\":60.000,\"beside\":100.000,\"ratio\":0.600,\"rounds\":3,"
                        + "\"lost\":1,\"doubled\":2,\"inverted\":3")
                .doesNotContain("\n");
        assertThat(read.required("committed").asLong()).isEqualTo(9);
    }

    @Test
    void aPersonReadsOneLine() {
        assertThat(FIGURE.line())
                .contains("P1", "60.0", "100.0", "0.60 (0.50..0.60)", "1/2/3 of 9")
                .doesNotContain("\n");
    }
}
