package io.lodestone.deals.browsing;

import io.lodestone.chassis.http.PageRequest;
import io.lodestone.chassis.http.Sight;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.Deals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the deals a caller asks for among those it may see, in the order of their ids. */
@ApplicationScoped
class DealSearch {

    private final Deals deals;

    DealSearch(Deals deals) {
        this.deals = deals;
    }

    /** What is asked for; a part that is null asks for nothing. */
    record Filter(
            @Nullable String agency,
            @Nullable String status,
            @Nullable String instrument,
            @Nullable UUID projectId,
            @Nullable UUID packageId,
            @Nullable String country,
            @Nullable String mineral,
            @Nullable String obligor,
            @Nullable Boolean crossDefault,
            @Nullable Instant changedSince) {}

    /** At most one deal more than the limit. */
    List<Deal> find(Filter filter, PageRequest page, Sight sight) {
        var where = new ArrayList<>(List.of("(releaseClass in :classes or agency = :own)"));
        var values = new HashMap<String, Object>(
                Map.of("classes", sight.classes(), "own", sight.agency() == null ? "" : sight.agency()));
        add(where, values, "agency = :agency", "agency", filter.agency());
        add(where, values, "cast(status as string) = :status", "status", filter.status());
        add(where, values, "instrument = :instrument", "instrument", filter.instrument());
        add(where, values, "projectId = :projectId", "projectId", filter.projectId());
        add(where, values, "packageId = :packageId", "packageId", filter.packageId());
        add(where, values, "obligorName = :obligor", "obligor", filter.obligor());
        add(where, values, "inCrossDefault = :crossDefault", "crossDefault", filter.crossDefault());
        add(where, values, "changedAt >= :changedSince", "changedSince", filter.changedSince());
        add(
                where,
                values,
                "projectId in (select p.id from KnownProject p where p.country = :country)",
                "country",
                filter.country());
        add(
                where,
                values,
                "projectId in (select p.id from KnownProject p where p.minerals like :mineral)",
                "mineral",
                filter.mineral() == null ? null : "%," + filter.mineral() + ",%");
        add(where, values, "id > :after", "after", page.after().orElse(null));
        return deals.find(String.join(" and ", where) + " order by id", values)
                .range(0, page.limit())
                .list();
    }

    private static void add(
            List<String> where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }
}
