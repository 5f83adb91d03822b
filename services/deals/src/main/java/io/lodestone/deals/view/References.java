package io.lodestone.deals.view;

import io.lodestone.chassis.http.Caller;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.deals.bundle.Bundle;
import io.lodestone.deals.bundle.Bundles;
import io.lodestone.deals.deal.Condition;
import io.lodestone.deals.deal.DealRefusal.ReferenceUnknown;
import io.lodestone.deals.deal.Deals;
import io.lodestone.deals.deal.Offer;
import io.lodestone.deals.known.KnownProjects;
import io.lodestone.deals.offtake.Offtakes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a proposal names must be there, and be the caller's to see: its project, its package, its offtake agreements. */
@ApplicationScoped
public class References {

    private final KnownProjects projects;
    private final Bundles bundles;
    private final Deals deals;
    private final Offtakes offtakes;
    private final Caller caller;

    References(KnownProjects projects, Bundles bundles, Deals deals, Offtakes offtakes, Caller caller) {
        this.projects = projects;
        this.bundles = bundles;
        this.deals = deals;
        this.offtakes = offtakes;
        this.caller = caller;
    }

    /** @throws ReferenceUnknown naming the field; a project is waited for, up to two seconds */
    public Offer offer(ProposeDeal proposal) {
        bundle(proposal.packageId());
        var offer = proposal.offer(proposal.project(projects));
        conditions(offer.conditions());
        return offer;
    }

    private void bundle(@Nullable UUID id) {
        if (id == null) {
            return;
        }
        var seen = bundles.findByIdOptional(id)
                .map(Bundle::title)
                .filter(title ->
                        mayRead(title.releaseClass().name(), title.agency().name()));
        if (seen.isEmpty()) {
            throw ReferenceUnknown.of("package", "packageId", id.toString());
        }
        if (deals.count("packageId", id) >= Bundles.DEALS_MAX) {
            throw new InvalidValue("packageId", "names a package that is full: it has " + Bundles.DEALS_MAX + " deals");
        }
    }

    private void conditions(List<Condition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            var name = conditions.get(i).reference();
            if (conditions.get(i).kind() == Condition.Kind.OFFTAKE && name != null) {
                offtake("conditions[" + i + "].reference", name);
            }
        }
    }

    private void offtake(String field, String name) {
        var seen = offtakes.findByIdOptional(id(field, name))
                .filter(offtake -> mayRead(
                        offtake.agreement().releaseClass().name(),
                        offtake.agreement().agency().name()));
        if (seen.isEmpty()) {
            throw ReferenceUnknown.of("offtake agreement", field, name);
        }
    }

    private static UUID id(String field, String name) {
        try {
            return UUID.fromString(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(field, "is not the id (UUID) of an offtake agreement");
        }
    }

    private boolean mayRead(String releaseClass, String agency) {
        return caller.sight().mayRead(releaseClass, agency);
    }
}
