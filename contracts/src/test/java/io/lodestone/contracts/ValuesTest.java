package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final long CENTS_MAX = 40_000_000_000_000_000L;

    @ParameterizedTest
    @CsvSource({"1,USD,1.00", "0.10,USD,0.10", "5,JPY,5", "1.234,KWD,1.234", "-3.5,USD,-3.50", "1.100,USD,1.10"})
    void anAmountHasItsCurrencysDecimals(String amount, String currency, String shown) {
        assertThat(Money.of(amount, currency).amount().toPlainString()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001,USD,amount",
        "0.1,JPY,amount",
        "1000000000000000,USD,amount",
        "1,XYZ,currency",
        "1,usd,currency",
        "1,XXX,currency"
    })
    void aWrongAmountNamesItsPart(String amount, String currency, String part) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Money.of(amount, currency))
                .satisfies(refused -> assertThat(refused.component()).isEqualTo(part));
    }

    @Property
    void whatIsAddedCanBeTakenAway(
            @ForAll @LongRange(min = -CENTS_MAX, max = CENTS_MAX) long a,
            @ForAll @LongRange(min = -CENTS_MAX, max = CENTS_MAX) long b) {
        var first = new Money(BigDecimal.valueOf(a, 2), "USD");
        var second = new Money(BigDecimal.valueOf(b, 2), "USD");
        assertThat(first.plus(second).minus(second)).isEqualTo(first);
        assertThat(first.plus(second)).isEqualTo(second.plus(first));
    }

    @Test
    void twoCurrenciesAreNeverAdded() {
        var dollars = Money.of("1", "USD");
        var yen = Money.of("1", "JPY");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> dollars.plus(yen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5493001KJTIIGC8Y1R12", "213800WAVVOPS85N2205"})
    void aTrueLegalEntityIdentifierIsTaken(String lei) {
        assertThat(new Party("A company", "US", lei).lei()).isEqualTo(lei);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5493001KJTIIGC8Y1R13", "5493001KJTIIGC8Y1R1", "5493001kjtiigc8y1r12", ""})
    void aLegalEntityIdentifierWithAWrongCheckIsNot(String lei) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Party("A company", "US", lei))
                .satisfies(refused -> assertThat(refused.component()).isEqualTo("lei"));
    }

    @Test
    void tonnesHaveThreeToSixDecimals() {
        assertThat(Tonnes.of("4440")).hasToString("4440.000");
        assertThat(Tonnes.of("0.123456")).hasToString("0.123456");
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Tonnes.of("0.1234567"));
    }

    @Test
    void aShareIsBetweenNothingAndTheWhole() {
        assertThat(Share.of("62.50")).hasToString("62.5");
        assertThat(Share.of("100")).isEqualTo(Share.of("100.00"));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Share.of("100.01"));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Share.of("-0.01"));
    }
}
