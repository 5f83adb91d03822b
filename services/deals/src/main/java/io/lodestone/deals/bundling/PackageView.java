package io.lodestone.deals.bundling;

import static java.util.stream.Collectors.groupingBy;

import io.lodestone.chassis.http.Versioned;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.deals.Figures;
import io.lodestone.deals.bundle.Bundle;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealStatus;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package as a caller sees it: with those of its deals that the caller may see, and totals of just these. A total is
 * per measure and currency; totals are never added together, nor to the deals they are made of.
 */
record PackageView(
        UUID id,
        String reference,
        Agency agency,
        String title,
        @Nullable String note,
        ReleaseClass releaseClass,
        String createdBy,
        @Nullable List<Member> deals,
        @Nullable List<Total> totals,
        Instant changedAt,
        long version)
        implements Versioned {

    /** One of its deals. */
    record Member(
            UUID id,
            String reference,
            Agency agency,
            Instrument instrument,
            String title,
            DealStatus status,
            Figures figures) {

        static Member of(Deal deal) {
            var offer = deal.offer();
            return new Member(
                    deal.id(),
                    offer.reference(),
                    offer.agency(),
                    offer.instrument(),
                    offer.title(),
                    deal.status(),
                    deal.figures());
        }
    }

    /** Without its deals. */
    static PackageView listed(Bundle bundle) {
        return of(bundle, null, null);
    }

    /** @param deals the deals of the package; those that the caller may not see are not there at all */
    static PackageView of(Bundle bundle, List<Deal> deals) {
        return of(
                bundle,
                deals.stream().map(Member::of).toList(),
                totals(deals.stream().map(Deal::figures).toList()));
    }

    private static PackageView of(Bundle bundle, @Nullable List<Member> deals, @Nullable List<Total> totals) {
        var title = bundle.title();
        return new PackageView(
                bundle.id(),
                title.reference(),
                title.agency(),
                title.title(),
                title.note(),
                title.releaseClass(),
                bundle.createdBy(),
                deals,
                totals,
                bundle.changedAt(),
                bundle.version());
    }

    static List<Total> totals(List<Figures> figures) {
        return figures.stream()
                .collect(groupingBy(Figures::currency, TreeMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(Total::of)
                .toList();
    }
}
