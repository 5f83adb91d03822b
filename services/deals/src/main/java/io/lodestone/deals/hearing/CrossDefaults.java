package io.lodestone.deals.hearing;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.DealProposed;
import io.lodestone.contracts.deals.DealEvent.DefaultDeclared;
import io.lodestone.contracts.deals.DealProfile;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.Deals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A default is told on every live deal of the same obligor or its group, by a fact; nothing else of these deals changes. A
 * RESTRICTED deal's default is told on RESTRICTED deals of its own agency only: for others it does not exist. Called
 * inside the transaction of a feed.
 */
@ApplicationScoped
class CrossDefaults {

    private final Deals deals;
    private final Outbox outbox;
    private final Clock clock;

    CrossDefaults(Deals deals, Outbox outbox, Clock clock) {
        this.deals = deals;
        this.outbox = outbox;
        this.clock = clock;
    }

    void flag(DefaultDeclared declared, Envelope cause) {
        var obligor = declared.deal().obligor();
        for (var deal : deals.ofObligor(obligor)) {
            if (!deal.id().equals(declared.subject())) {
                flag(deal, declared.subject(), declared.deal(), declared.effectiveOn(), cause);
            }
        }
    }

    /** New deals meet the defaults that are there already. Nearly always there are none: all of a batch ask together. */
    void meet(List<Heard<DealProposed>> news) {
        var obligors = news.stream().map(fact -> fact.event().deal().obligor()).toList();
        if (!obligors.isEmpty() && deals.isAnyInDefault(obligors)) {
            news.forEach(fact -> meet(fact.event(), fact.envelope()));
        }
    }

    private void meet(DealProposed proposed, Envelope cause) {
        Party obligor = proposed.deal().obligor();
        for (var defaulted : deals.inDefaultOfObligor(obligor)) {
            if (!defaulted.id().equals(proposed.subject())) {
                var deal = deals.forUpdate(proposed.subject());
                var since = defaulted.defaultedOn();
                flag(deal, defaulted.id(), defaulted.profile(), since == null ? proposed.effectiveOn() : since, cause);
            }
        }
    }

    /** The default was cured or waived. */
    void clear(DealEvent ended, Envelope cause) {
        for (var deal : deals.ofObligor(ended.deal().obligor())) {
            if (deal.isFlaggedBy(ended.subject())) {
                var act = new Act.ClearCrossDefault(
                        ended.subject(), "the default of " + name(ended.deal()) + " is over", ended.effectiveOn());
                perform(deal, act, cause);
            }
        }
    }

    private void flag(Deal deal, UUID causedBy, DealProfile defaulted, LocalDate day, Envelope cause) {
        if (deal.isLive() && !deal.isFlaggedBy(causedBy) && mayBeTold(defaulted, deal.profile())) {
            perform(deal, new Act.FlagCrossDefault(causedBy, name(defaulted) + " is in default", day), cause);
        }
    }

    private static boolean mayBeTold(DealProfile defaulted, DealProfile other) {
        return !defaulted.releaseClass().equals("RESTRICTED")
                || (other.releaseClass().equals("RESTRICTED") && other.agency().equals(defaulted.agency()));
    }

    private static String name(DealProfile deal) {
        return deal.agency() + " " + deal.reference();
    }

    private void perform(Deal deal, Act act, Envelope cause) {
        outbox.add(DEALS, deal.perform(act, Conclusion.by(clock)), Conclusion.from(cause));
    }
}
