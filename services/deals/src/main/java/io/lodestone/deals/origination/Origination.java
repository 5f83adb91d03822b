package io.lodestone.deals.origination;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealRefusal.ReferenceTaken;
import io.lodestone.deals.deal.Deals;
import io.lodestone.deals.limit.Standing;
import io.lodestone.deals.view.DealView;
import io.lodestone.deals.view.Dealing;
import io.lodestone.deals.view.Measuring;
import io.lodestone.deals.view.ProposeDeal;
import io.lodestone.deals.view.References;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A deal begins. */
@ApplicationScoped
class Origination {

    private final Deals deals;
    private final References references;
    private final Outbox outbox;
    private final Ids ids;
    private final Caller caller;
    private final Dealing dealing;
    private final Measuring measuring;

    Origination(
            Deals deals,
            References references,
            Outbox outbox,
            Ids ids,
            Caller caller,
            Dealing dealing,
            Measuring measuring) {
        this.deals = deals;
        this.references = references;
        this.outbox = outbox;
        this.ids = ids;
        this.caller = caller;
        this.dealing = dealing;
        this.measuring = measuring;
    }

    @Transactional
    public DealView propose(ProposeDeal command) {
        caller.mustBelongTo(command.agency().name());
        var offer = references.offer(command);
        var gauges = measuring.gauges();
        deals.claim(offer.agency().name(), offer.reference()).ifPresent(known -> {
            throw new ReferenceTaken(offer.agency().name(), offer.reference(), known);
        });
        var by = dealing.by();
        var proposed = Deal.propose(ids.next(), offer, command.effectiveOn(), by);
        var deal = Deal.of(proposed, by.actor());
        outbox.add(DEALS, proposed);
        deals.persist(deal);
        measuring.acted(gauges, null, Standing.of(deal), by);
        return DealView.of(deal);
    }
}
