package io.lodestone.deals.limit;

import static io.lodestone.deals.limit.SomeLimits.TODAY;
import static io.lodestone.deals.limit.SomeLimits.agencies;
import static io.lodestone.deals.limit.SomeLimits.countries;
import static io.lodestone.deals.limit.SomeLimits.gauge;
import static io.lodestone.deals.limit.SomeLimits.loan;
import static io.lodestone.deals.limit.SomeLimits.minerals;
import static io.lodestone.deals.limit.SomeLimits.obligors;
import static io.lodestone.deals.limit.SomeLimits.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.deals.deal.DealStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaugeTest {

    private static final Supplier<Place> NOT_ASKED = () -> {
        throw new AssertionError("the project does not matter here");
    };

    @Test
    void theChosenRungsAreAddedUp() {
        assertThat(gauge(agencies(Agency.DFC), null).measure(loan("30.00", "12.50"), NOT_ASKED))
                .isEqualTo(Map.of(Gauge.WHOLE, new BigDecimal("42.50")));
    }

    @Test
    void aDealOutOfScopeUsesNothing() {
        assertThat(gauge(agencies(Agency.EXIM), null).measure(loan("30.00", "0.00"), NOT_ASKED))
                .isEmpty();
        assertThat(gauge(countries("CL"), null).measure(loan("30.00", "0.00"), () -> place("BR", "COPPER=100")))
                .isEmpty();
        assertThat(gauge(Scope.ALL, null).measure(null, NOT_ASKED)).isEmpty();
    }

    @Test
    void aMineralCountsWithItsWeightAndTheLastCentGoesWhereExposurePutsIt() {
        var gauge = gauge(minerals(Mineral.COPPER), null);
        assertThat(gauge.measure(loan("0.10", "0.00"), () -> place("BR", "COPPER=33.3 GOLD=66.7")))
                .isEqualTo(Map.of(Gauge.WHOLE, new BigDecimal("0.03")));
        assertThat(gauge.measure(loan("0.01", "0.01"), () -> place("BR", "COPPER=50 GOLD=50")))
                .as("each rung is divided for itself")
                .isEqualTo(Map.of(Gauge.WHOLE, new BigDecimal("0.02")));
    }

    @Test
    void eachValueOfADimensionHasItsOwnBucket() {
        assertThat(gauge(Scope.ALL, Dimension.MINERAL)
                        .measure(loan("10.00", "0.00"), () -> place("BR", "COPPER=75 GOLD=25")))
                .isEqualTo(Map.of("COPPER", new BigDecimal("7.50"), "GOLD", new BigDecimal("2.50")));
        assertThat(gauge(Scope.ALL, Dimension.COUNTRY).measure(loan("10.00", "0.00"), () -> place("BR", "GOLD=100")))
                .containsOnlyKeys("BR");
    }

    @Test
    void companiesOfOneLeiAreOneObligor() {
        var lei = "5493001KJTIIGC8Y1R12";
        var one = SomeLimits.standing(DealStatus.SIGNED, "0.00", "1.00", "0.00", new Party("Miner", "BR", lei, null));
        var other =
                SomeLimits.standing(DealStatus.SIGNED, "0.00", "1.00", "0.00", new Party("Miner II", "CL", lei, null));
        var gauge = gauge(Scope.ALL, Dimension.OBLIGOR);
        assertThat(gauge.measure(one, NOT_ASKED)).containsOnlyKeys(lei).isEqualTo(gauge.measure(other, NOT_ASKED));
        assertThat(gauge(obligors("miner ", "Digger"), null).measure(loan("1.00", "0.00"), NOT_ASKED))
                .as("a group by name, however it is written")
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "799.99, 0", "800, 80", "900, 90", "1000, 90", "1000.01, 100", "-5, 0"})
    void theLevelIsTheHighestReached(BigDecimal used, BigDecimal level) {
        assertThat(gauge(Scope.ALL, null).level(used, TODAY)).isEqualByComparingTo(level);
    }

    @Test
    void aLimitThatIsNotInForceHasNoLevelAndBlocksNothing() {
        var gauge = gauge(Scope.ALL, null);
        for (var day : new String[] {"2025-12-31", "2027-01-01"}) {
            assertThat(gauge.level(new BigDecimal("5000"), LocalDate.parse(day)))
                    .isZero();
            assertThat(gauge.blocksOn(LocalDate.parse(day))).isFalse();
        }
        assertThat(gauge.blocksOn(LocalDate.parse("2026-12-31"))).isTrue();
    }

    @Test
    void aShareOfAnAmountIsNeverMoreThanTheShare() {
        assertThat(Gauge.share(Share.of("5"), Money.of("205000000000.00", "USD")))
                .isEqualTo(Money.of("10250000000.00", "USD"));
        assertThat(Gauge.share(Share.of("33.3"), Money.of("0.10", "USD"))).isEqualTo(Money.of("0.03", "USD"));
    }
}
