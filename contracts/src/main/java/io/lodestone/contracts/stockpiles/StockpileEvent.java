package io.lodestone.contracts.stockpiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.EventType;
import io.lodestone.contracts.envelope.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything the stockpiles service tells the world. Quantities are metric tonnes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface StockpileEvent extends Event {

    Topic<StockpileEvent> STOCKPILES = Topic.of("lodestone.stockpiles", "stockpiles", StockpileEvent.class);

    /** The stockpile after the fact; flat in the data. */
    @JsonUnwrapped
    StockpileProfile stockpile();

    /** A stockpile exists from now on. */
    @EventType("io.lodestone.stockpiles.stockpile-opened.v1")
    record StockpileOpened(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped StockpileProfile stockpile,
            @Nullable String purpose)
            implements StockpileEvent {}

    /** How much of a material must be on hand, and how much a year consumes. */
    @EventType("io.lodestone.stockpiles.requirement-set.v1")
    record RequirementSet(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped StockpileProfile stockpile,
            Material material,
            Tonnes tonnes,
            @Nullable Tonnes consumptionPerYear,
            Tonnes onHand)
            implements StockpileEvent {}

    /** Material came in as a new lot. {@code onHand} is the material's total after it; {@code basis} GROSS, DRY or CONTAINED. */
    @EventType("io.lodestone.stockpiles.material-received.v1")
    record MaterialReceived(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped StockpileProfile stockpile,
            UUID lotId,
            Material material,
            Tonnes tonnes,
            String basis,
            @Nullable Share purity,
            String countryOfOrigin,
            String supplier,
            @Nullable UUID offtakeId,
            @Nullable Money unitCost,
            String location,
            Tonnes onHand)
            implements StockpileEvent {}

    /** A material's stock fell below its requirement. Said once until it is restored. */
    @EventType("io.lodestone.stockpiles.level-below-requirement.v1")
    record LevelBelowRequirement(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped StockpileProfile stockpile,
            Material material,
            Tonnes requirement,
            Tonnes onHand)
            implements StockpileEvent {}

    /** A material's stock is at or above its requirement again. */
    @EventType("io.lodestone.stockpiles.level-restored.v1")
    record LevelRestored(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped StockpileProfile stockpile,
            Material material,
            Tonnes requirement,
            Tonnes onHand)
            implements StockpileEvent {}
}
