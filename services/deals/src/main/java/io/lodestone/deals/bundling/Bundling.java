package io.lodestone.deals.bundling;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.http.Imported;
import io.lodestone.chassis.http.Imports;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.deals.bundle.Bundle;
import io.lodestone.deals.bundle.BundleRefusal.InAnotherPackage;
import io.lodestone.deals.bundle.BundleRefusal.NotInPackage;
import io.lodestone.deals.bundle.BundleRefusal.PackageDiffers;
import io.lodestone.deals.bundle.BundleRefusal.PackageFull;
import io.lodestone.deals.bundle.BundleRefusal.PackageTaken;
import io.lodestone.deals.bundle.Bundles;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.limit.Limits;
import io.lodestone.deals.view.Dealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Packages begin, gain and lose deals. A deal is added and taken out by its own agency, whoever keeps the package: the
 * fact is one of the deal's. The books are shared
 * first, then the package is locked, then the deal, always in this order.
 */
@ApplicationScoped
class Bundling {

    private final Packages packages;
    private final Outbox outbox;
    private final Ids ids;
    private final Imports imports;
    private final Caller caller;
    private final Dealing dealing;
    private final Limits limits;

    Bundling(
            Packages packages, Outbox outbox, Ids ids, Imports imports, Caller caller, Dealing dealing, Limits limits) {
        this.packages = packages;
        this.outbox = outbox;
        this.ids = ids;
        this.imports = imports;
        this.caller = caller;
        this.dealing = dealing;
        this.limits = limits;
    }

    @Transactional
    public PackageView create(CreatePackage command) {
        var title = command.said(caller.agency());
        caller.mustBelongTo(title.agency().name());
        limits.share();
        packages.claim(title).ifPresent(known -> {
            throw new PackageTaken(title.agency().name(), title.reference(), known.id());
        });
        var bundle = begin(title);
        packages.named(command.members()).forEach(deal -> join(bundle, deal));
        return packages.view(bundle);
    }

    @Transactional
    public PackageView add(UUID id, IfMatch ifMatch, UUID dealId) {
        limits.share();
        var bundle = packages.forUpdate(id);
        ifMatch.check(bundle.version());
        join(bundle, packages.dealForUpdate(dealId));
        return packages.view(bundle);
    }

    @Transactional
    public PackageView remove(UUID id, IfMatch ifMatch, UUID dealId) {
        limits.share();
        var bundle = packages.forUpdate(id);
        ifMatch.check(bundle.version());
        var deal = packages.dealForUpdate(dealId);
        if (!id.equals(deal.offer().packageId())) {
            throw new NotInPackage(dealId);
        }
        move(bundle, deal, null, "taken out of package " + bundle.title().reference());
        return packages.view(bundle);
    }

    /** Takes in one line: a package with its deals, or deals that a package taken in before has gained. */
    @Transactional
    public Imported take(ObjectNode line) {
        var command = imports.read(line, CreatePackage.class);
        var title = command.said(caller.agency());
        caller.mustBelongTo(title.agency().name());
        limits.share();
        var known = packages.claim(title);
        if (known.isPresent() && !known.get().title().equals(title)) {
            throw new PackageDiffers(title.reference());
        }
        var bundle = known.orElseGet(() -> begin(title));
        boolean gained = false;
        for (var deal : packages.named(command.members())) {
            gained |= join(bundle, deal);
        }
        if (known.isEmpty()) {
            return new Imported(Imported.Status.CREATED, bundle.id());
        }
        return new Imported(gained ? Imported.Status.UPDATED : Imported.Status.UNCHANGED, bundle.id());
    }

    private Bundle begin(Bundle.Title title) {
        var by = dealing.by();
        return packages.keep(Bundle.of(ids.next(), title, by.actor(), by.now()));
    }

    /** False when the deal is in the package already. */
    private boolean join(Bundle bundle, Deal deal) {
        var before = deal.offer().packageId();
        if (bundle.id().equals(before)) {
            return false;
        }
        if (before != null) {
            throw new InAnotherPackage(deal.id(), before);
        }
        if (packages.size(bundle) >= Bundles.DEALS_MAX) {
            throw new PackageFull(Bundles.DEALS_MAX);
        }
        move(bundle, deal, bundle.id(), "added to package " + bundle.title().reference());
        return true;
    }

    private void move(Bundle bundle, Deal deal, @Nullable UUID to, String reason) {
        caller.mustBelongTo(deal.offer().agency().name());
        var by = dealing.by();
        outbox.add(DEALS, deal.perform(new Act.Pack(to, reason, null), by));
        bundle.changed(by.now());
    }
}
