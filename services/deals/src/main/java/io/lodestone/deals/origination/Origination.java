package io.lodestone.deals.origination;

import static io.lodestone.contracts.deals.DealEvent.DEALS;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.time.Ids;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealRefusal.ReferenceTaken;
import io.lodestone.deals.deal.Deals;
import io.lodestone.deals.view.DealView;
import io.lodestone.deals.view.Dealing;
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

    Origination(Deals deals, References references, Outbox outbox, Ids ids, Caller caller, Dealing dealing) {
        this.deals = deals;
        this.references = references;
        this.outbox = outbox;
        this.ids = ids;
        this.caller = caller;
        this.dealing = dealing;
    }

    @Transactional
    public DealView propose(ProposeDeal command) {
        caller.mustBelongTo(command.agency().name());
        var offer = references.offer(command);
        deals.claim(offer.agency().name(), offer.reference()).ifPresent(known -> {
            throw new ReferenceTaken(offer.agency().name(), offer.reference(), known.id());
        });
        var by = dealing.by();
        var proposed = Deal.propose(ids.next(), offer, command.effectiveOn(), by);
        var deal = Deal.of(proposed, by.actor());
        outbox.add(DEALS, proposed);
        deals.persist(deal);
        return DealView.of(deal);
    }
}
