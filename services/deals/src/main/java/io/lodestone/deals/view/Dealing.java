package io.lodestone.deals.view;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.By;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import io.lodestone.deals.deal.Deals;
import io.lodestone.deals.limit.Standing;
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
    private final Measuring measuring;

    Dealing(Deals deals, Outbox outbox, Caller caller, Clock clock, Rulings rulings, Measuring measuring) {
        this.deals = deals;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.rulings = rulings;
        this.measuring = measuring;
    }

    /**
     * @throws NoSuchDeal when there is none that the caller may see
     * @throws io.lodestone.chassis.http.ProblemException 403 for another agency's deal or for want of a role, 412 or 428 for its version
     * @throws io.lodestone.deals.limit.LimitRefusal.LimitExceeded when it would use more than a limit leaves
     */
    @Transactional
    public DealView act(UUID id, IfMatch ifMatch, Act act) {
        var gauges = measuring.gauges();
        var deal = deals.forUpdate(id);
        mustSee(deal);
        caller.mustBelongTo(deal.offer().agency().name());
        caller.mustHaveRole(deal.needsApprover(act) ? "deal-approver" : "deal-officer");
        ifMatch.check(deal.version());
        var by = by();
        var before = Standing.of(deal);
        outbox.add(DEALS, perform(deal, act, by));
        measuring.acted(gauges, before, Standing.of(deal), by);
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
