package io.lodestone.query.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConversionTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 3, 18);
    private static final LocalDate FRIDAY = LocalDate.of(2024, 3, 15);

    private static final Rates RATES = new Rates(List.of(
            quote("USD", FRIDAY, "1.25"),
            quote("JPY", FRIDAY, "150"),
            quote("USD", MONDAY, "1.00"),
            quote("JPY", MONDAY, "160")));

    @Test
    void currenciesMeetOverTheBaseThatQuotesBoth() {
        assertThat(RATES.on(MONDAY, "USD", "JPY").shown()).isEqualTo("160");
        assertThat(RATES.on(MONDAY, "EUR", "USD").shown()).isEqualTo("1");
        assertThat(RATES.on(FRIDAY, "JPY", "EUR").shown()).isEqualTo("0.006666666667");
        assertThat(RATES.on(FRIDAY, "JPY", "EUR").sources()).containsExactly("https://example.org/JPY");
    }

    @Test
    void onAWeekendFridaysRateHoldsAndAfterAWeekNoneDoes() {
        assertThat(RATES.on(FRIDAY.plusDays(2), "EUR", "USD").publishedOn()).isEqualTo(FRIDAY);

        var missing = catchThrowableOfType(MissingRate.class, () -> RATES.on(MONDAY.plusDays(8), "JPY", "USD"));

        assertThat(missing.from()).isEqualTo("JPY");
        assertThat(missing.day()).isEqualTo(MONDAY.plusDays(8));
        assertThat(catchThrowableOfType(MissingRate.class, () -> RATES.on(FRIDAY.minusDays(1), "EUR", "USD")))
                .isNotNull();
    }

    @Test
    void withCurrentRatesAllIsWorthWhatItIsOnTheDayAskedFor() {
        var converted = conversion(RateChoice.CURRENT).convert("EUR", moved("100.00", "-40.00"));

        assertThat(outstanding(converted.carried())).isEqualByComparingTo("60.00");
        assertThat(outstanding(converted.residual())).isEqualByComparingTo("0");
    }

    @Test
    void withHistoricalRatesWhatIsLeftKeepsItsRateAndTheDifferenceIsTheResidual() {
        var converted = conversion(RateChoice.HISTORICAL).convert("EUR", moved("100.00", "-40.00"));

        // 100 at 1.25 less 40 at 1.25 stay; the 40 left at 1.00, so 10 of what flew is not there any more
        assertThat(outstanding(converted.carried())).isEqualByComparingTo("75.00");
        assertThat(outstanding(converted.residual())).isEqualByComparingTo("10.00");
    }

    @Test
    void whatHasLeftAltogetherIsWorthNothing() {
        var converted = conversion(RateChoice.HISTORICAL).convert("EUR", moved("100.00", "-100.00"));

        assertThat(converted.carried().isZero()).isTrue();
        assertThat(outstanding(converted.residual())).isEqualByComparingTo("25.00");
    }

    @Test
    void partsShareTheWholeToTheLastUnit() {
        var parts = List.of(new BigDecimal("33.3"), new BigDecimal("33.3"), new BigDecimal("33.4"));

        var shares = Conversion.shared(new BigDecimal("100.01"), parts, 2);

        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("100.01");
        assertThat(shares)
                .allSatisfy(share -> assertThat(share).isBetween(new BigDecimal("33.29"), new BigDecimal("33.41")));
    }

    private static Conversion conversion(RateChoice choice) {
        return new Conversion(RATES, choice, "USD", MONDAY);
    }

    private static TreeMap<LocalDate, Measures> moved(String onFriday, String onMonday) {
        var movements = new TreeMap<LocalDate, Measures>();
        movements.put(FRIDAY, Measures.of(Map.of(Measure.OUTSTANDING, new BigDecimal(onFriday))));
        movements.put(MONDAY, Measures.of(Map.of(Measure.OUTSTANDING, new BigDecimal(onMonday))));
        return movements;
    }

    private static BigDecimal outstanding(Measures measures) {
        return measures.of(Measure.OUTSTANDING);
    }

    private static Quote quote(String currency, LocalDate day, String rate) {
        return new Quote("EUR", currency, day, new BigDecimal(rate), "https://example.org/" + currency);
    }
}
