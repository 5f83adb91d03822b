package io.lodestone.stockpiles.stockpile;

import static io.lodestone.stockpiles.stockpile.SomeStock.NOON;
import static io.lodestone.stockpiles.stockpile.SomeStock.level;
import static io.lodestone.stockpiles.stockpile.SomeStock.opened;
import static io.lodestone.stockpiles.stockpile.SomeStock.receipt;
import static io.lodestone.stockpiles.stockpile.SomeStock.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.stockpiles.StockpileEvent;
import io.lodestone.contracts.stockpiles.StockpileEvent.LevelBelowRequirement;
import io.lodestone.contracts.stockpiles.StockpileEvent.LevelRestored;
import io.lodestone.contracts.stockpiles.StockpileEvent.MaterialReceived;
import io.lodestone.contracts.stockpiles.StockpileEvent.RequirementSet;
import io.lodestone.stockpiles.stockpile.Stockpile.IntakeIds;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.NotYet;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.TooMuch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockpileTest {

    private final Stockpile stockpile = opened();
    private final Level level = level(stockpile);

    @Test
    void aRequirementThatIsMetRaisesNothing() {
        receive("100");

        assertThat(stockpile.require(requirement("100", null), level, NOON))
                .singleElement()
                .isInstanceOf(RequirementSet.class);
    }

    @Test
    void aLevelCrossesItsRequirementOnceEachWay() {
        assertThat(stockpile.require(requirement("100", null), level, NOON))
                .hasExactlyElementsOfTypes(RequirementSet.class, LevelBelowRequirement.class);
        assertThat(stockpile.require(requirement("120", null), level, NOON))
                .hasExactlyElementsOfTypes(RequirementSet.class);
        assertThat(receive("119.999999")).hasExactlyElementsOfTypes(MaterialReceived.class);
        assertThat(receive("0.000001")).hasExactlyElementsOfTypes(MaterialReceived.class, LevelRestored.class);
        assertThat(receive("1")).hasExactlyElementsOfTypes(MaterialReceived.class);
        assertThat(stockpile.require(requirement("500", null), level, NOON))
                .hasExactlyElementsOfTypes(RequirementSet.class, LevelBelowRequirement.class);
        assertThat(stockpile.require(requirement("0", null), level, NOON))
                .hasExactlyElementsOfTypes(RequirementSet.class, LevelRestored.class);
    }

    @Test
    void versionsCountWithoutAGap() {
        stockpile.require(requirement("10", null), level, NOON);

        assertThat(receive("10")).extracting(Event::version).containsExactly(4L, 5L);
        assertThat(stockpile.version()).isEqualTo(5);
    }

    @Test
    void coverIsRoundedDownAndUnknownWithoutConsumption() {
        receive("100");
        stockpile.require(requirement("0", null), level, NOON);
        assertThat(level.daysOfCover()).isEmpty();

        stockpile.require(requirement("0", "730"), level, NOON);
        assertThat(level.daysOfCover()).contains(new BigDecimal("50.0"));

        stockpile.require(requirement("0", "399"), level, NOON);
        assertThat(level.daysOfCover()).contains(new BigDecimal("91.4"));
    }

    @Test
    void nothingTakesEffectTomorrow() {
        var charter = new Charter(
                "Reserve",
                Programme.PARTNER,
                Agency.DLA,
                "Emergencies",
                ReleaseClass.PUBLIC,
                LocalDate.parse("2026-03-02"));

        assertThatThrownBy(() -> Stockpile.of(UUID.randomUUID(), charter, NOON).open(NOON))
                .isInstanceOf(NotYet.class);
    }

    @Test
    void aLevelHasACeiling() {
        receive("999999999999");

        assertThatThrownBy(() -> receive("1")).isInstanceOf(TooMuch.class);
        assertThat(level.onHand()).isEqualTo(Tonnes.of("999999999999"));
    }

    private List<StockpileEvent> receive(String tonnes) {
        // no cost: the ceiling of a lot's cost is another rule
        var receipt = receipt("1");
        var without = new Receipt(
                receipt.mineral(),
                receipt.form(),
                receipt.grade(),
                null,
                Tonnes.of(tonnes),
                "ZM",
                receipt.supplier(),
                null,
                null,
                receipt.location(),
                null,
                null);
        return stockpile
                .receive(without, level, new IntakeIds(UUID.randomUUID(), UUID.randomUUID()), NOON)
                .facts();
    }
}
