package io.lodestone.query.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.query.exposure.SplitMoves.Counted;
import io.lodestone.query.exposure.SplitMoves.Part;
import io.lodestone.query.exposure.SplitMoves.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitMovesTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 1);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final String BOTH = "COPPER/MINING GOLD/MINING";

    @Test
    void aDealThatComesIsCountedInEachOfItsParts() {
        var moves = new SplitMoves(LocalDate.MIN);

        moves.add(List.of(step(MONDAY, "COPPER", 1), step(MONDAY, "GOLD", 1)));
        moves.add(List.of(step(MONDAY, "COPPER", 1)));

        assertThat(moves.moved())
                .isEqualTo(Map.of(
                        counted(MONDAY, "COPPER", BOTH), 1,
                        counted(MONDAY, "GOLD", BOTH), 1,
                        counted(MONDAY, "COPPER", "COPPER/MINING"), 1));
    }

    @Test
    void aPartThatStaysIsCountedElsewhereWhenAnotherPartComes() {
        var moves = new SplitMoves(MONDAY);

        moves.add(List.of(step(MONDAY, "COPPER", 1), step(TUESDAY, "GOLD", 1)));

        assertThat(moves.moved())
                .isEqualTo(Map.of(
                        counted(TUESDAY, "COPPER", "COPPER/MINING"), -1,
                        counted(TUESDAY, "COPPER", BOTH), 1,
                        counted(TUESDAY, "GOLD", BOTH), 1));
    }

    @Test
    void whatIsTakenBackOnTheSameDayDoesNotCount() {
        var moves = new SplitMoves(LocalDate.MIN);

        moves.add(List.of(step(MONDAY, "COPPER", 1), step(TUESDAY, "GOLD", 1), step(TUESDAY, "GOLD", -1)));

        assertThat(moves.moved()).isEqualTo(Map.of(counted(MONDAY, "COPPER", "COPPER/MINING"), 1));
    }

    private static Step step(LocalDate day, String mineral, int presence) {
        return new Step(day, part(mineral), presence);
    }

    private static Counted counted(LocalDate day, String mineral, String split) {
        return new Counted(day, part(mineral), split);
    }

    private static Part part(String mineral) {
        return new Part(
                new CountedPlace("PUBLIC", "DFC", "DIRECT_LOAN", null, "PK", "SIGNED", "USD"), mineral, "MINING");
    }
}
