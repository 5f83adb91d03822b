package io.lodestone.deals.offtaking;

import io.lodestone.chassis.http.Sight;
import io.lodestone.chassis.http.Slice;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.deals.offtake.Offtake;
import io.lodestone.deals.offtake.OfftakeStatus;
import io.lodestone.deals.offtake.Offtakes;
import io.lodestone.deals.view.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** Finds the offtake agreements a caller asks for among those it may see. */
@ApplicationScoped
class OfftakeSearch {

    private final Offtakes offtakes;

    OfftakeSearch(Offtakes offtakes) {
        this.offtakes = offtakes;
    }

    /** What is asked for; a part that is null asks for nothing. */
    record Filter(
            @Nullable Agency agency,
            @Nullable OfftakeStatus status,
            @Nullable UUID projectId,
            @Nullable Mineral mineral,
            @Nullable Boolean discrepancies,
            @Nullable Instant changedSince) {}

    /** @throws io.lodestone.deals.offtake.OfftakeRefusal.NoSuchOfftake when there is none */
    Offtake read(UUID id) {
        return offtakes.read(id);
    }

    List<Offtake> find(Filter filter, Slice slice, Sight sight) {
        var conditions = Conditions.visibleTo(sight)
                .and("agency = :agency", "agency", name(filter.agency()))
                .and("status = :status", "status", filter.status())
                .and("projectId = :projectId", "projectId", filter.projectId())
                .and("mineral = :mineral", "mineral", name(filter.mineral()))
                .and("discrepant = :discrepant", "discrepant", filter.discrepancies())
                .and("changedAt >= :changedSince", "changedSince", filter.changedSince());
        return offtakes.find(conditions.query(slice), conditions.values(slice))
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .range(0, slice.rows() - 1)
                .list();
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }
}
