package io.lodestone.projects.known;

import static java.util.stream.Collectors.toSet;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.projects.project.Support;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Every deal that projects has heard of. A line is kept even when its project is not known yet. */
@ApplicationScoped
public class DealLines implements PanacheRepositoryBase<DealLine, UUID> {

    /** Added up where the lines are: a project may have thousands, and each fact of one of them asks. */
    private static final String SUMS = """
            select agency, releaseClass, currency, sum(pipeline), sum(authorized), sum(signed) from DealLine
            where projectId = :projectId
            group by agency, releaseClass, currency order by agency, releaseClass, currency
            """;

    /** @param facts those of one deal in version order */
    public void note(List<DealEvent> facts) {
        var subjects = facts.stream().map(DealEvent::subject).collect(toSet());
        var lines = new HashMap<UUID, DealLine>();
        list("dealId in ?1", subjects).forEach(line -> lines.put(line.dealId(), line));
        for (var fact : facts) {
            lines.computeIfAbsent(fact.subject(), _ -> begun(fact)).note(fact);
        }
    }

    private DealLine begun(DealEvent fact) {
        var line = DealLine.of(fact);
        persist(line);
        return line;
    }

    /** What the project's deals promise, added up by agency, release class and currency. */
    public List<Support> supportOf(UUID projectId) {
        return getEntityManager()
                .createQuery(SUMS, Sums.class)
                .setParameter("projectId", projectId)
                .getResultStream()
                .map(Sums::support)
                .toList();
    }

    record Sums(
            String agency,
            String releaseClass,
            String currency,
            BigDecimal pipeline,
            BigDecimal authorized,
            BigDecimal signed) {

        Support support() {
            return new Support(
                    agency,
                    releaseClass,
                    new Money(pipeline, currency),
                    new Money(authorized, currency),
                    new Money(signed, currency));
        }
    }
}
