package io.lodestone.projects.known;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.projects.project.Support;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;

/** The little that projects remembers of a deal: for which project, and what it promises now. */
@Entity
public class DealLine {

    @Id
    private UUID dealId;

    private long version;

    private UUID projectId;

    private String agency;

    private String releaseClass;

    private String currency;

    private BigDecimal pipeline;

    private BigDecimal authorized;

    private BigDecimal signed;

    protected DealLine() {} // Hibernate

    static DealLine of(DealEvent fact) {
        var line = new DealLine();
        line.dealId = fact.subject();
        line.take(fact);
        return line;
    }

    /** The latest fact wins, whatever comes twice. */
    void note(DealEvent fact) {
        if (fact.version() > version) {
            take(fact);
        }
    }

    /**
     * Signed is what the agreement still holds: undrawn, drawn, and contingent cover. That is committed less cancelled
     * while the deal lives, and what was paid out once it has ended: nobody will draw the rest.
     */
    private void take(DealEvent fact) {
        var deal = fact.deal();
        var figures = fact.figures();
        version = fact.version();
        projectId = deal.projectId();
        agency = deal.agency();
        releaseClass = deal.releaseClass();
        currency = figures.currency();
        pipeline = figures.pipeline();
        authorized = figures.authorizedUnsigned();
        signed = figures.undrawn().add(figures.disbursed()).add(figures.contingent());
    }

    UUID dealId() {
        return dealId;
    }

    UUID projectId() {
        return projectId;
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
