package io.lodestone.deals.limiting;

import io.lodestone.chassis.http.Caller;
import io.lodestone.chassis.time.Ids;
import io.lodestone.contracts.Money;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import io.lodestone.deals.deal.Deals;
import io.lodestone.deals.limit.LimitRefusal.WrongTerm;
import io.lodestone.deals.limit.Reservations;
import io.lodestone.deals.limit.Reservations.Wanted;
import io.lodestone.deals.limit.Standing;
import io.lodestone.deals.view.Measuring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Asks limits what an approval would meet, and reserves headroom for it. */
@ApplicationScoped
class Reserving {

    private final Deals deals;
    private final Measuring measuring;
    private final Reservations reservations;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    Reserving(Deals deals, Measuring measuring, Reservations reservations, Caller caller, Clock clock, Ids ids) {
        this.deals = deals;
        this.measuring = measuring;
        this.reservations = reservations;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * @throws NoSuchDeal when there is none that the caller may see
     * @throws io.lodestone.deals.limit.LimitRefusal.LimitExceeded when headroom is to be held that is not there
     */
    @Transactional
    public LimitChecks check(UUID id, CheckLimits command) {
        var gauges = measuring.gauges();
        var deal = own(command.wantsHold() ? deals.forUpdate(id) : deals.read(id));
        var standing = Standing.of(deal);
        var amount =
                command.amount() == null ? Reservations.amountOf(standing) : inCurrency(standing, command.amount());
        var today = LocalDate.now(clock);
        Wanted wanted = null;
        if (command.wantsHold()) {
            wanted = new Wanted(ids.next(), today.plusDays(command.daysOfHold()));
            measuring.tell(
                    reservations.hold(gauges, standing, amount, measuring.placeOf(standing), wanted, clock.instant()));
        }
        var checks = reservations.check(gauges, standing, amount, measuring.placeOf(standing), today);
        return new LimitChecks(
                id,
                deal.version(),
                checks,
                wanted == null ? null : wanted.id(),
                wanted == null ? null : wanted.expiresOn());
    }

    /** @throws io.lodestone.deals.limit.LimitRefusal.NoSuchHold when the deal has none of this id in force */
    @Transactional
    public void release(UUID id, UUID hold) {
        var gauges = measuring.gauges();
        own(deals.forUpdate(id));
        measuring.tell(reservations.release(gauges, id, hold, clock.instant()));
    }

    private Deal own(Deal deal) {
        var agency = deal.offer().agency().name();
        if (!caller.sight().mayRead(deal.offer().releaseClass().name(), agency)) {
            throw new NoSuchDeal(deal.id());
        }
        caller.mustBelongTo(agency);
        return deal;
    }

    private static Money inCurrency(Standing deal, Money amount) {
        if (!amount.currency().equals(deal.figures().currency())) {
            throw new WrongTerm(
                    "amount.currency", "must be the deal's, " + deal.figures().currency());
        }
        return amount;
    }
}
