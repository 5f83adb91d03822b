package io.lodestone.projects.known;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.projects.project.Support;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The little that projects remembers of a deal: for which project, and what it promises now.
 *
 * @param version  of the deal's fact that said so
 * @param signed   what the agreement still holds: undrawn, drawn, and contingent cover. That is committed less cancelled
 *                 while the deal lives, and what was paid out once it has ended: nobody will draw the rest
 * @param currency of all amounts
 */
record DealLine(
        UUID dealId,
        long version,
        UUID projectId,
        String agency,
        String releaseClass,
        String currency,
        BigDecimal pipeline,
        BigDecimal authorized,
        BigDecimal signed) {

    static DealLine of(DealEvent fact) {
        var deal = fact.deal();
        var figures = fact.figures();
        return new DealLine(
                fact.subject(),
                fact.version(),
                deal.projectId(),
                deal.agency(),
                deal.releaseClass(),
                figures.currency(),
                figures.pipeline(),
                figures.authorizedUnsigned(),
                figures.undrawn().add(figures.disbursed()).add(figures.contingent()));
    }

    /** What this one and {@code other} say together of the same deal: the later one wins, this one when it is said twice. */
    DealLine newer(DealLine other) {
        return other.version > version ? other : this;
    }

    Support support() {
        return new Support(
                agency,
                releaseClass,
                new Money(pipeline, currency),
                new Money(authorized, currency),
                new Money(signed, currency));
    }
}
