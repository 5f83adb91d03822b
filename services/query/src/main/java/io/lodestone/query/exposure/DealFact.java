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

    /** The same; dimensions that are those of {@code before} are held in memory once. */
    public DealFact sharing(DealFact before) {
        return dimensions.equals(before.dimensions)
                ? new DealFact(fact, reference, releaseClass, before.dimensions, figures)
                : this;
    }

    /** Whether it says the same of the deal but for amounts. */
    public boolean hasProfileOf(DealFact other) {
        return dimensions.equals(other.dimensions)
                && reference.equals(other.reference)
                && releaseClass.equals(other.releaseClass);
    }

    /** Made from the deal and what is said of it but for amounts; many facts of a deal say the same. */
    public UUID profileId() {
        return new ContentId()
                .ofParts(
                        fact.subject(),
                        reference,
                        releaseClass,
                        dimensions.agency(),
                        dimensions.instrument(),
                        dimensions.program(),
                        dimensions.projectId(),
                        dimensions.packageId(),
                        dimensions.obligor(),
                        dimensions.obligorLei(),
                        dimensions.status(),
                        dimensions.currency());
    }

    Place placedIn(ContentId ids, Cell cell) {
        return Place.of(ids, fact.subject(), reference, releaseClass, cell);
    }

    /** The same, as if nothing of it had been known before that moment. */
    DealFact knownFrom(Instant moment) {
        return new DealFact(fact.recordedAt(moment), reference, releaseClass, dimensions, figures);
    }
}
