package io.lodestone.deals.hearing;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.projects.ProjectEvent.PermitStatusChanged;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.Condition;
import io.lodestone.deals.deal.Condition.Kind;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.Deals;
import io.lodestone.deals.known.KnownPermits;
import io.lodestone.deals.offtake.Offtakes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Conditions that name a permit or an offtake agreement are satisfied when it is there, and open again when it is gone, as
 * long as the deal is approved or signed and not effective. A condition that was waived stays waived. Called inside the
 * transaction of a feed.
 */
@ApplicationScoped
class LinkedConditions {

    private final Deals deals;
    private final Offtakes offtakes;
    private final KnownPermits permits;
    private final Outbox outbox;
    private final Clock clock;

    LinkedConditions(Deals deals, Offtakes offtakes, KnownPermits permits, Outbox outbox, Clock clock) {
        this.deals = deals;
        this.offtakes = offtakes;
        this.permits = permits;
        this.outbox = outbox;
        this.clock = clock;
    }

    void followPermit(PermitStatusChanged permit, Envelope cause) {
        permits.note(permit.subject(), permit.key(), permit.version(), permit.status());
        for (var deal : deals.waitingFor(Kind.PERMIT, permit.key())) {
            if (deal.offer().projectId().equals(permit.subject())) {
                settle(deal, Kind.PERMIT, permit.key(), permit.effectiveOn(), cause);
            }
        }
    }

    void followOfftake(OfftakeEvent offtake, Envelope cause) {
        var name = offtake.subject().toString();
        for (var deal : deals.waitingFor(Kind.OFFTAKE, name)) {
            settle(deal, Kind.OFFTAKE, name, offtake.effectiveOn(), cause);
        }
    }

    /** The deal was approved: what it waits for may have been there before. */
    void followApproval(UUID id, LocalDate day, Envelope cause) {
        var deal = deals.forUpdate(id);
        for (var condition : deal.offer().conditions()) {
            if (condition.reference() != null) {
                settle(deal, condition, day, cause);
            }
        }
    }

    private void settle(Deal deal, Kind kind, String name, LocalDate day, Envelope cause) {
        for (var condition : deal.offer().conditions()) {
            if (condition.waitsFor(kind, name)) {
                settle(deal, condition, day, cause);
            }
        }
    }

    private void settle(Deal deal, Condition condition, LocalDate day, Envelope cause) {
        var link = link(deal, condition);
        var since = deal.approvedOn() == null || day.isAfter(deal.approvedOn()) ? day : deal.approvedOn();
        if (!deal.awaitsConditions()) {
            return;
        }
        switch (link.standing()) {
            case THERE -> {
                if (condition.isOpen()) {
                    perform(deal, new Act.SatisfyCondition(condition.key(), link.words(), since), cause);
                }
            }
            case GONE -> {
                if (condition.isSatisfied()) {
                    perform(deal, new Act.ReopenCondition(condition.key(), link.words(), since), cause);
                }
            }
            case PENDING -> {}
        }
    }

    private void perform(Deal deal, Act act, Envelope cause) {
        outbox.add(DEALS, deal.perform(act, Conclusion.by(clock)), Conclusion.from(cause));
    }

    /** By where things stand now, not by the fact: whatever is heard late or twice ends the same. */
    private Link link(Deal deal, Condition condition) {
        var name = String.valueOf(condition.reference());
        return switch (condition.kind()) {
            case OFFTAKE ->
                offtakes.findByIdOptional(UUID.fromString(name)).map(Link::of).orElse(Link.UNKNOWN);
            case PERMIT ->
                permits.status(deal.offer().projectId(), name)
                        .map(status -> Link.ofPermit(name, status))
                        .orElse(Link.UNKNOWN);
            case EQUITY, SECURITY, ENVIRONMENTAL, FINANCIAL, LEGAL, OTHER -> Link.UNKNOWN;
        };
    }
}
