package io.lodestone.query.exposure;

import io.lodestone.contracts.deals.DealEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A deal as it stands after one of its facts.
 *
 * @param reference    the agency's own
 * @param releaseClass PUBLIC, PARTNER or RESTRICTED
 * @param figures      cumulative, in the deal's currency
 */
public record DealFact(Fact fact, String reference, String releaseClass, DealDimensions dimensions, Measures figures)
        implements Kept {

    /** @param id and {@code type} are those of the envelope */
    public static DealFact of(UUID id, String type, DealEvent event) {
        var deal = event.deal();
        return new DealFact(
                Fact.of(id, type, event),
                deal.reference(),
                deal.releaseClass(),
                DealDimensions.of(deal, event.figures().currency()),
                Measures.of(event.figures()));
    }

    /** The same; what it has in common with {@code before} is held in memory once. */
    public DealFact sharing(DealFact before) {
        return dimensions.equals(before.dimensions)
                        && reference.equals(before.reference)
                        && releaseClass.equals(before.releaseClass)
                ? new DealFact(fact, before.reference, before.releaseClass, before.dimensions, figures)
                : this;
    }

    /** The same, as if nothing of it had been known before that moment. */
    DealFact knownFrom(Instant moment) {
        return new DealFact(fact.recordedAt(moment), reference, releaseClass, dimensions, figures);
    }
}
