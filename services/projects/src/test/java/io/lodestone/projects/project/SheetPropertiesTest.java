package io.lodestone.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.catalogue.Mineral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SheetPropertiesTest {

    private static final int MILLIONTHS = 100_000_000;

    /** Cuts 100 percent, in millionths, at up to ten places. */
    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers()
                .between(1, MILLIONTHS - 1)
                .set()
                .ofMaxSize(10)
                .map(cuts -> cuts.stream().sorted().toList());
    }

    @Property
    void anySplitOfAHundredIsAccepted(@ForAll("cuts") List<Integer> cuts) {
        assertThat(SheetRules.minerals(split(cuts, 0))).hasSize(cuts.size() + 1);
    }

    @Property
    void aSplitThatIsAMillionthOffIsRefused(
            @ForAll("cuts") List<Integer> cuts, @ForAll @IntRange(min = 1, max = 1000) int off) {
        assertThatThrownBy(() -> SheetRules.minerals(split(cuts, off)))
                .isInstanceOf(InvalidValue.class)
                .extracting(e -> ((InvalidValue) e).component())
                .isEqualTo("minerals");
    }

    @Property
    void theGapIsNeverNegativeAndClosesExactly(
            @ForAll @IntRange int need, @ForAll @IntRange int first, @ForAll @IntRange int second) {
        var capex = cents(need);
        var position =
                Funding.positions(List.of(signed(first), signed(second)), capex).getFirst();

        var gap = position.gap();
        assertThat(gap).isNotNull();
        assertThat(gap.isNegative()).isFalse();
        assertThat(position.signed()).isEqualTo(cents(first).plus(cents(second)));
        if (gap.isZero()) {
            assertThat(capex.exceeds(position.signed())).isFalse();
        } else {
            assertThat(gap.plus(position.signed())).isEqualTo(capex);
        }
        assertThat(position.overSubscribed()).isEqualTo(position.signed().exceeds(capex));
    }

    private static List<MineralWeight> split(List<Integer> cuts, int missing) {
        var weights = new ArrayList<MineralWeight>();
        int from = missing;
        for (int i = 0; i <= cuts.size(); i++) {
            int to = i == cuts.size() ? MILLIONTHS : cuts.get(i);
            if (to <= from) {
                continue;
            }
            weights.add(new MineralWeight(Mineral.values()[i], new Share(BigDecimal.valueOf(to - from, 6))));
            from = to;
        }
        return weights;
    }

    private static Support signed(int cents) {
        var zero = Money.zero("USD");
        return new Support("EXIM", "PUBLIC", zero, zero, cents(cents));
    }

    private static Money cents(int cents) {
        return new Money(BigDecimal.valueOf(Math.abs((long) cents), 2), "USD");
    }
}
