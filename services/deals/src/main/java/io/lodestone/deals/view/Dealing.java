package io.lodestone.deals.view;

import static io.lodestone.contracts.deals.DealEvent.DEALS;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.http.IfMatch;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.By;
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

    Dealing(Deals deals, Outbox outbox, Caller caller, Clock clock) {
        this.deals = deals;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws NoSuchDeal when there is none that the caller may see
     * @throws io.lodestone.chassis.http.ProblemException 403 for another agency's deal, 412 or 428 for its version
     */
    @Transactional
    public DealView act(UUID id, IfMatch ifMatch, Act act) {
        var deal = deals.forUpdate(id);
        var agency = deal.offer().agency().name();
        if (!caller.sight().mayRead(deal.offer().releaseClass().name(), agency)) {
            throw new NoSuchDeal(id);
        }
        caller.mustBelongTo(agency);
        ifMatch.check(deal.version());
        outbox.add(DEALS, deal.perform(act, by()));
        return DealView.of(deal);
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
