package io.lodestone.deals.browsing;

import io.lodestone.chassis.http.Sight;
import io.lodestone.chassis.http.Slice;
import io.lodestone.contracts.Country;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.deal.Deals;
import io.lodestone.deals.view.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** Finds the deals a caller asks for among those it may see. */
@ApplicationScoped
class DealSearch {

    private final Deals deals;

    DealSearch(Deals deals) {
        this.deals = deals;
    }

    /** What is asked for; a part that is null asks for nothing. */
    record Filter(
            @Nullable Agency agency,
            @Nullable DealStatus status,
            @Nullable Instrument instrument,
            @Nullable UUID projectId,
            @Nullable UUID packageId,
            @Nullable String country,
            @Nullable Mineral mineral,
            @Nullable String obligor,
            @Nullable Boolean crossDefault,
            @Nullable Instant changedSince) {

        /** @throws InvalidValue when country is none */
        Filter {
            if (country != null) {
                Country.check("country", country);
            }
        }
    }

    List<Deal> find(Filter filter, Slice slice, Sight sight) {
        var conditions = Conditions.visibleTo(sight)
                .and("agency = :agency", "agency", name(filter.agency()))
                .and("status = :status", "status", filter.status())
                .and("instrument = :instrument", "instrument", name(filter.instrument()))
                .and("projectId = :projectId", "projectId", filter.projectId())
                .and("packageId = :packageId", "packageId", filter.packageId())
                .and("obligorName = :obligor", "obligor", filter.obligor())
                .and("inCrossDefault = :crossDefault", "crossDefault", filter.crossDefault())
                .and("changedAt >= :changedSince", "changedSince", filter.changedSince())
                .and(
                        "projectId in (select p.id from KnownProject p where p.country = :country)",
                        "country",
                        filter.country())
                .and(
                        "projectId in (select p.id from KnownProject p where p.minerals like :mineral)",
                        "mineral",
                        filter.mineral() == null ? null : "%," + filter.mineral() + ",%");
        return deals.find(conditions.query(slice), conditions.values(slice))
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .range(0, slice.rows() - 1)
                .list();
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }
}
