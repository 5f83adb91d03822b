package io.lodestone.stockpiles.browsing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.stockpiles.stockpile.Basis;
import io.lodestone.stockpiles.stockpile.Level;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on hand of one material in one basis; bases are never added. Metric tonnes.
 *
 * @param belowRequirement false without a requirement
 * @param daysOfCover      365 x on hand / consumption per year, one decimal, rounded down; null without consumption
 * @param valueAtCost      one entry per currency; lots without a cost are in none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LevelView(
        Mineral mineral,
        String form,
        String grade,
        Basis basis,
        Tonnes onHand,
        @Nullable Tonnes requirement,
        @Nullable Tonnes consumptionPerYear,
        boolean belowRequirement,
        @Nullable BigDecimal daysOfCover,
        List<Cost> valueAtCost) {

    /** As wide as it needs to be: a sum of lots may pass what one amount of money may be. */
    record Cost(BigDecimal amount, String currency) {}

    static LevelView of(Level level, List<Cost> valueAtCost) {
        var substance = level.substance();
        return new LevelView(
                substance.mineral(),
                substance.form(),
                substance.grade(),
                substance.basis(),
                level.onHand(),
                level.requirement().orElse(null),
                level.consumptionPerYear().orElse(null),
                level.isBelowRequirement(),
                level.daysOfCover().orElse(null),
                valueAtCost);
    }
}
