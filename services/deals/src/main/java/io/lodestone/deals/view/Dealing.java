package io.lodestone.deals.view;

import static io.lodestone.contracts.deals.DealEvent.DEALS;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.By;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import io.lodestone.deals.deal.Deals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The one way in which something is done to a deal: lock it, see who asks, act, write the fact down. */
@ApplicationScoped
public class Dealing {

    private final Deals deals;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;
    private final Rulings rulings;

    Dealing(Deals deals, Outbox outbox, Caller caller, Clock clock, Rulings rulings) {
        this.deals = deals;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.rulings = rulings;
    }

    /**
     * @throws NoSuchDeal when there is none that the caller may see
     * @throws io.lodestone.chassis.http.ProblemException 403 for another agency's deal or for want of a role, 412 or 428 for its version
     */
    @Transactional
    public DealView act(UUID id, IfMatch ifMatch, Act act) {
        var deal = deals.forUpdate(id);
        mustSee(deal);
        caller.mustBelongTo(deal.offer().agency().name());
        caller.mustHaveRole(deal.needsApprover(act) ? "deal-approver" : "deal-officer");
        ifMatch.check(deal.version());
        outbox.add(DEALS, perform(deal, act, by()));
        return DealView.of(deal);
    }

    /** What is asked, if rules let it pass. The lifecycle is asked first: it says what could be done instead. */
    public DealEvent perform(Deal deal, Act act, By by) {
        deal.mustAllow(act, by);
        rulings.mustAllow(deal, act, by);
        return deal.perform(act, by);
    }

    /** To read. @throws NoSuchDeal when there is none that the caller may see */
    public Deal visible(UUID id) {
        var deal = deals.read(id);
        mustSee(deal);
        return deal;
    }

    private void mustSee(Deal deal) {
        var offer = deal.offer();
        if (!caller.sight().mayRead(offer.releaseClass().name(), offer.agency().name())) {
            throw new NoSuchDeal(deal.id());
        }
    }

    /** The caller, now. */
    public By by() {
        return new By(caller.subject(), clock.instant(), false);
    }

    /** The caller, now, writing down what others did. */
    public By recording() {
        return new By(caller.subject(), clock.instant(), true);
    }
}
