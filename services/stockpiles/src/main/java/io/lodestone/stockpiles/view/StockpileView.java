package io.lodestone.stockpiles.view;

import io.lodestone.chassis.http.Versioned;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.stockpiles.stockpile.Basis;
import io.lodestone.stockpiles.stockpile.Level;
import io.lodestone.stockpiles.stockpile.Programme;
import io.lodestone.stockpiles.stockpile.Stockpile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stockpile as callers see it. What is on hand stands under {@code /levels}.
 *
 * @param movements how many movements its ledger has
 * @param digest    SHA-256 of the last of them, 64 zeros before the first: keep it, and you can prove a later change
 * @param version   the version of its last fact; also the ETag
 */
public record StockpileView(
        UUID id,
        String name,
        Programme programme,
        Agency custodian,
        String purpose,
        String releaseClass,
        List<RequirementView> requirements,
        long movements,
        String digest,
        Instant openedAt,
        Instant changedAt,
        long version)
        implements Versioned {

    /** Metric tonnes in {@code basis}. */
    public record RequirementView(
            Mineral mineral,
            String form,
            String grade,
            Basis basis,
            Tonnes tonnes,
            @Nullable Tonnes consumptionPerYear) {}

    /** @param levels of this stockpile; those without a requirement are stepped over */
    public static StockpileView of(Stockpile stockpile, List<Level> levels) {
        var charter = stockpile.charter();
        return new StockpileView(
                stockpile.id(),
                charter.name(),
                charter.programme(),
                charter.custodian(),
                charter.purpose(),
                stockpile.releaseClass(),
                levels.stream()
                        .flatMap(level -> level.requirement().map(tonnes -> requirement(level, tonnes)).stream())
                        .toList(),
                stockpile.movements(),
                stockpile.digest(),
                stockpile.openedAt(),
                stockpile.changedAt(),
                stockpile.version());
    }

    private static RequirementView requirement(Level level, Tonnes tonnes) {
        var substance = level.substance();
        return new RequirementView(
                substance.mineral(),
                substance.form(),
                substance.grade(),
                substance.basis(),
                tonnes,
                level.consumptionPerYear().orElse(null));
    }
}
