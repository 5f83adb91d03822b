package io.lodestone.stories.invariants;

import static io.lodestone.stories.invariants.Planted.DEALS;
import static io.lodestone.stories.invariants.Planted.assertCaught;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.stories.invariants.Course.Calm;
import io.lodestone.stories.invariants.Course.Measured;
import io.lodestone.stories.invariants.Course.Partition;
import io.lodestone.stories.invariants.Course.Quantity;
import io.lodestone.stories.invariants.Course.Sample;
import io.lodestone.stories.invariants.Course.Stored;
import io.lodestone.stories.invariants.Evidence.Figures;
import io.lodestone.stories.invariants.Evidence.Rebuild;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunInvariantsTest {

    private static final Partition ZERO = new Partition(DEALS, 0);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aCentThatQueryDoesNotShowIsI5() {
        assertCaught(
                RunInvariants.exposureIsTheSum(new Figures(
                        Map.of("EXIM USD paid", new BigDecimal("1.51")),
                        Map.of("EXIM USD paid", new BigDecimal("1.50")))),
                "I5",
                "EXIM USD paid is 1.51 in deals and 1.50 in query");
    }

    @Test
    void aCellThatOnlyQueryHasIsI5() {
        assertCaught(
                RunInvariants.exposureIsTheSum(new Figures(Map.of(), Map.of("DFC USD paid", BigDecimal.ONE))),
                "I5",
                "DFC USD paid is 0 in deals and 1 in query");
    }

    @Test
    void aRebuildThatDiffersIsI6() {
        assertCaught(
                RunInvariants.liveIsAsRebuilt(new Rebuild("DIFFERENT", "1 cell")),
                "I6",
                "a rebuild is DIFFERENT: 1 cell");
        assertThat(RunInvariants.liveIsAsRebuilt(new Rebuild("SWAPPED", ""))).isEmpty();
    }

    @Test
    void anOffsetThatGoesBackIsI9() {
        assertCaught(
                RunInvariants.offsetsMoveForward(List.of(sample(1, 7, 9), sample(2, 6, 9))),
                "I9",
                "query on lodestone.deals-0 goes back from 7 at second 1 to 6 at second 2");
    }

    @Test
    void anOffsetPastTheEndIsI9() {
        assertCaught(RunInvariants.offsetsMoveForward(List.of(sample(1, 10, 9))), "I9", "past the end 9");
    }

    @Test
    void aBacklogThatStaysIsI11() {
        assertCaught(
                RunInvariants.itBecomesCalm(new Calm(Duration.ofSeconds(50), MINUTE, List.of("deals: 3 unsent"))),
                "I11",
                "deals: 3 unsent");
    }

    @Test
    void aCalmThatComesLateIsI11() {
        assertCaught(
                RunInvariants.itBecomesCalm(new Calm(Duration.ofSeconds(61), MINUTE, List.of())), "I11", "not within");
    }

    @Test
    void anErrorInALogIsI12() {
        assertCaught(RunInvariants.noErrorUnexplained(List.of("deals: ERROR oh")), "I12", "deals: ERROR oh");
    }

    @Test
    void whatGrowsPastItsBoundIsI13() {
        var parked = List.of(new Measured("query", Quantity.PARKED_FACTS, 1));
        var memory = List.of(new Measured("query", Quantity.RESIDENT_MIB, 200));

        assertThat(RunInvariants.nothingGrowsWithoutEnd(List.of(measuring(1, memory))))
                .isEmpty();
        assertCaught(
                RunInvariants.nothingGrowsWithoutEnd(List.of(measuring(1, memory), measuring(2, parked))),
                "I13",
                "query has 1 PARKED_FACTS at second 2, at most 0");
    }

    private static Sample sample(long second, long next, long end) {
        return new Sample(second, List.of(new Stored("query", ZERO, next)), Map.of(ZERO, end), List.of());
    }

    private static Sample measuring(long second, List<Measured> measured) {
        return new Sample(second, List.of(), Map.of(), measured);
    }
}
