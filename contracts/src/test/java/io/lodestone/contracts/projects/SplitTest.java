package io.lodestone.contracts.projects;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Share;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void whatIsLeftGoesToTheLargestRemainder() {
        var split = Split.of(weights("COPPER=33.3 GOLD=66.7"), weights("MINING=100"));
        assertThat(split.shares(new BigDecimal("0.10"), 2)).containsExactly(amount("0.03"), amount("0.07"));
    }

    @Test
    void equalRemaindersGoByCode() {
        var split = Split.of(weights("ZINC=50 COPPER=50"), weights("MINING=100"));
        assertThat(split.parts()).extracting(Split.Part::mineral).containsExactly("COPPER", "ZINC");
        assertThat(split.shares(new BigDecimal("0.01"), 2)).containsExactly(amount("0.01"), amount("0.00"));
    }

    @Test
    void aPartIsTheProductOfMineralAndSegment() {
        var split = Split.of(weights("COPPER=60 GOLD=40"), weights("MINING=75 REFINING=25"));
        assertThat(split.shares(new BigDecimal("1000"), 2))
                .containsExactly(amount("450.00"), amount("150.00"), amount("300.00"), amount("100.00"));
    }

    @Test
    void aCurrencyWithoutMinorUnitIsSplitInWholeUnits() {
        var split = Split.of(weights("COPPER=50 GOLD=50"), weights("MINING=100"));
        assertThat(split.shares(new BigDecimal("5"), 0)).containsExactly(amount("3"), amount("2"));
    }

    @Test
    void whereNothingIsKnownEverythingIsUnknown() {
        assertThat(Split.of(List.of(), weights("MINING=100")).parts())
                .singleElement()
                .extracting(Split.Part::mineral, Split.Part::segment)
                .containsExactly("UNKNOWN", "MINING");
    }

    @Test
    void aCodeWithoutWeightIsNoPart() {
        assertThat(Split.of(weights("COPPER=100 GOLD=0"), weights("MINING=100")).parts())
                .hasSize(1);
    }

    @Property
    void theSharesSumToTheWholeAndNoneIsAUnitOff(
            @ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long cents,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 100) Integer> minerals,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 100) Integer> segments) {
        var whole = BigDecimal.valueOf(cents, 2);
        var split = Split.of(coded(minerals), coded(segments));

        var shares = split.shares(whole, 2);

        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(whole);
        var weights = split.parts().stream()
                .map(part -> new BigDecimal(part.weight()))
                .toList();
        var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < shares.size(); i++) {
            var off = shares.get(i).multiply(total).subtract(whole.multiply(weights.get(i)));
            assertThat(off.abs()).isLessThan(total.movePointLeft(2));
        }
    }

    private static List<Weight> coded(List<Integer> weights) {
        return IntStream.range(0, weights.size())
                .mapToObj(i -> new Weight("CODE_" + i, Share.of(weights.get(i).toString())))
                .toList();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static List<Weight> weights(String codes) {
        return Arrays.stream(codes.split(" "))
                .map(code -> code.split("="))
                .map(code -> new Weight(code[0], Share.of(code[1])))
                .toList();
    }
}
