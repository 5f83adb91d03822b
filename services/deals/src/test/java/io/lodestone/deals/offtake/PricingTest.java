package io.lodestone.deals.offtake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lodestone.chassis.json.Json;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.deals.Pricing;
import org.junit.jupiter.api.Test;

/** Four ways to find a price, each with its own fields. */
class PricingTest {

    @Test
    void kindSaysWhichWayItIs() throws JsonProcessingException {
        var json =
                "{\"kind\":\"FLOOR\",\"reference\":\"market\",\"floorPerKg\":{\"amount\":\"110.00\",\"currency\":\"USD\"}}";
        var pricing = Json.tolerant().readValue(json, Pricing.class);
        assertThat(pricing).isEqualTo(new Pricing.Floor("market", Money.of("110.00", "USD"), null, null, null));
        assertThat(Json.tolerant().writeValueAsString(pricing)).isEqualTo(json);
    }

    @Test
    void anIndexIsNamed() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Pricing.Index(null, null, null))
                .satisfies(e -> assertThat(e.component()).isEqualTo("reference"));
    }

    @Test
    void aCeilingIsNotBelowItsFloor() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(
                        () -> new Pricing.Floor(null, Money.of("110.00", "USD"), Money.of("109.99", "USD"), null, null))
                .satisfies(e -> assertThat(e.component()).isEqualTo("ceilingPerKg.amount"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(
                        () -> new Pricing.Floor(null, Money.of("110.00", "USD"), Money.of("200.00", "EUR"), null, null))
                .satisfies(e -> assertThat(e.component()).isEqualTo("ceilingPerKg.currency"));
    }

    @Test
    void aMarginIsAShareOrAnAmount() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Pricing.CostPlus(Share.of("10"), Money.of("1.00", "USD"), null))
                .satisfies(e -> assertThat(e.component()).isEqualTo("marginPerKg"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Pricing.Fixed(Money.of("-1.00", "USD"), null))
                .satisfies(e -> assertThat(e.component()).isEqualTo("pricePerKg.amount"));
    }
}
