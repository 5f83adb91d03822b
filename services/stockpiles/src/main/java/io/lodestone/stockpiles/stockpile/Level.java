package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.stockpiles.stockpile.StockpileRefusal.TooMuch;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much of one substance a stockpile has on hand, beside what it should have. Metric tonnes in the substance's basis. */
@Entity
public class Level {

    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);

    private static final BigDecimal CEILING = BigDecimal.TEN.pow(12);

    @Id
    private UUID id;

    private UUID stockpileId;

    @Enumerated(EnumType.STRING)
    private Mineral mineral;

    private String form;

    private String grade;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    private BigDecimal onHand;

    private @Nullable BigDecimal requirement;

    private @Nullable BigDecimal consumptionPerYear;

    private boolean below;

    protected Level() {} // Hibernate

    /** Nothing there, nothing required. */
    static Level empty(UUID id, UUID stockpileId, Substance substance) {
        var level = new Level();
        level.id = id;
        level.stockpileId = stockpileId;
        level.mineral = substance.mineral();
        level.form = substance.form();
        level.grade = substance.grade();
        level.basis = substance.basis();
        level.onHand = BigDecimal.ZERO;
        return level;
    }

    void require(Tonnes tonnes, @Nullable Tonnes perYear) {
        requirement = tonnes.value();
        consumptionPerYear = perYear == null ? null : perYear.value();
    }

    /** @throws TooMuch when there would be 10^12 tonnes or more */
    void add(Tonnes received) {
        if (onHand.add(received.value()).compareTo(CEILING) >= 0) {
            throw new TooMuch(onHand(), received);
        }
        onHand = onHand.add(received.value());
    }

    /** True when the level has crossed its requirement, either way, since this was asked last. */
    boolean crossed() {
        boolean now = requirement != null && onHand.compareTo(requirement) < 0;
        boolean crossed = now != below;
        below = now;
        return crossed;
    }

    public UUID stockpileId() {
        return stockpileId;
    }

    public Substance substance() {
        return new Substance(mineral, form, grade, basis);
    }

    public Tonnes onHand() {
        return new Tonnes(onHand);
    }

    public Optional<Tonnes> requirement() {
        return Optional.ofNullable(requirement).map(Tonnes::new);
    }

    public Optional<Tonnes> consumptionPerYear() {
        return Optional.ofNullable(consumptionPerYear).map(Tonnes::new);
    }

    /** False without a requirement. */
    public boolean isBelowRequirement() {
        return below;
    }

    /** 365 x on hand / consumption per year, one decimal, rounded down: cover is not promised that is not there. */
    public Optional<BigDecimal> daysOfCover() {
        return Optional.ofNullable(consumptionPerYear)
                .map(perYear -> onHand.multiply(DAYS_A_YEAR).divide(perYear, 1, RoundingMode.DOWN));
    }
}
