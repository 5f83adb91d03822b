package io.lodestone.deals.limit;

import io.lodestone.deals.deal.Deals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where all deals stand, read while nobody acts on any. */
@ApplicationScoped
class Standings {

    private static final String SELECT =
            "select new io.lodestone.deals.limit.Standing(d.id, d.offer, d.status, d.figures) from Deal d where ";

    private final Deals deals;

    Standings(Deals deals) {
        this.deals = deals;
    }

    /** In the order of their ids, beginning after {@code last}. */
    List<Standing> page(UUID last, int max) {
        return deals.getEntityManager()
                .createQuery(SELECT + "d.id > :last order by d.id", Standing.class)
                .setParameter("last", last)
                .setMaxResults(max)
                .getResultList();
    }

    List<Standing> of(Collection<UUID> projects) {
        return deals.getEntityManager()
                .createQuery(SELECT + "d.projectId in :projects order by d.id", Standing.class)
                .setParameter("projects", projects)
                .getResultList();
    }
}
