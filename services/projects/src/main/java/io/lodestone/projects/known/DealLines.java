package io.lodestone.projects.known;

import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.projects.project.Support;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every deal that projects has heard of. A line is kept even when its project is not known yet. */
@ApplicationScoped
public class DealLines implements PanacheRepositoryBase<DealLine, UUID> {

    public void note(DealEvent fact) {
        findByIdOptional(fact.subject()).ifPresentOrElse(line -> line.note(fact), () -> persist(DealLine.of(fact)));
    }

    /** What the project's deals promise, one entry per deal. */
    public List<Support> supportOf(UUID projectId) {
        return list("projectId", projectId).stream().map(DealLine::support).toList();
    }
}
