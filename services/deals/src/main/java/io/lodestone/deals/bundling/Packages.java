package io.lodestone.deals.bundling;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.Page;
import io.lodestone.chassis.http.PageRequest;
import io.lodestone.deals.bundle.Bundle;
import io.lodestone.deals.bundle.BundleRefusal.NoSuchPackage;
import io.lodestone.deals.bundle.Bundles;
import io.lodestone.deals.bundling.CreatePackage.Named;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import io.lodestone.deals.deal.DealRefusal.ReferenceUnknown;
import io.lodestone.deals.deal.Deals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Packages and their deals as the caller sees them: what it may not see is not there. */
@ApplicationScoped
class Packages {

    private final Bundles bundles;
    private final Deals deals;
    private final Caller caller;

    Packages(Bundles bundles, Deals deals, Caller caller) {
        this.bundles = bundles;
        this.deals = deals;
        this.caller = caller;
    }

    Optional<Bundle> claim(Bundle.Title title) {
        return bundles.claim(title.agency().name(), title.reference());
    }

    Bundle keep(Bundle bundle) {
        bundles.persist(bundle);
        return bundle;
    }

    Bundle forUpdate(UUID id) {
        return visible(bundles.forUpdate(id));
    }

    PackageView read(UUID id) {
        return view(visible(bundles.read(id)));
    }

    PackageView view(Bundle bundle) {
        var sight = caller.sight();
        var seen = deals.find(
                        "packageId = ?1 and (releaseClass in ?2 or agency = ?3) order by id",
                        bundle.id(),
                        sight.classes(),
                        sight.agency() == null ? "" : sight.agency())
                .range(0, Bundles.DEALS_MAX - 1)
                .list();
        return PackageView.of(bundle, seen);
    }

    /** In the order of their ids; null stands for every agency. */
    Page<Bundle> list(@Nullable String agency, PageRequest page) {
        var sight = caller.sight();
        var found = bundles.find(
                        "(releaseClass in ?1 or agency = ?2) and (?3 is null or agency = ?3) and id > ?4 order by id",
                        sight.classes(),
                        sight.agency() == null ? "" : sight.agency(),
                        agency,
                        page.after().orElse(new UUID(0, 0)))
                .range(0, page.limit())
                .list();
        return Page.of(found, page, Bundle::id);
    }

    /** How many deals it has, whoever may see them. */
    long size(Bundle bundle) {
        return deals.count("packageId", bundle.id());
    }

    Deal dealForUpdate(UUID id) {
        var deal = deals.forUpdate(id);
        if (!sees(deal)) {
            throw new NoSuchDeal(id);
        }
        return deal;
    }

    /** @throws ReferenceUnknown naming the first one that is not there, or that the caller may not see */
    List<Deal> named(List<Named> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> named(names.get(i), "deals[" + i + "]"))
                .toList();
    }

    private Deal named(Named name, String field) {
        return deals.find("agency = ?1 and reference = ?2", name.agency().name(), name.reference())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(this::sees)
                .orElseThrow(() -> ReferenceUnknown.of("deal", field, name.agency() + " " + name.reference()));
    }

    private boolean sees(Deal deal) {
        return caller.sight()
                .mayRead(
                        deal.offer().releaseClass().name(),
                        deal.offer().agency().name());
    }

    private Bundle visible(Bundle bundle) {
        var title = bundle.title();
        if (!caller.sight().mayRead(title.releaseClass().name(), title.agency().name())) {
            throw new NoSuchPackage(bundle.id());
        }
        return bundle;
    }
}
