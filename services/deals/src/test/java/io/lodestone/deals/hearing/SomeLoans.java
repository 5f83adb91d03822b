package io.lodestone.deals.hearing;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.deals.deal.Act;
import io.lodestone.deals.deal.By;
import io.lodestone.deals.deal.Condition;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.deal.Offer;
import io.lodestone.deals.deal.RememberedDeals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A loan for tests of feeds: what is done to it, and the facts that come of it. */
final class SomeLoans {

    static final UUID PROJECT = new UUID(0, 1);

    private static final By SOMEBODY = new By("sam", Instant.parse("2026-03-01T12:00:00Z"), true);

    private final Deal deal;
    private final List<DealEvent> facts = new ArrayList<>();

    private SomeLoans(Deal deal, DealEvent proposed) {
        this.deal = deal;
        facts.add(proposed);
    }

    /** An application in {@code deals}. */
    static SomeLoans in(
            RememberedDeals deals, UUID id, String group, ReleaseClass releaseClass, Condition... conditions) {
        var offer = new Offer(
                "D-" + id.getLeastSignificantBits(),
                Agency.DFC,
                null,
                Instrument.DIRECT_LOAN,
                "A mine",
                PROJECT,
                null,
                new Party("Miner " + id.getLeastSignificantBits(), "BR", null, group),
                Money.of("100.00", "USD"),
                null,
                List.of(conditions),
                null,
                null,
                List.of(),
                releaseClass,
                DealStatus.APPLIED);
        var proposed = Deal.propose(id, offer, LocalDate.parse("2025-01-01"), SOMEBODY);
        var deal = Deal.of(proposed, SOMEBODY.actor());
        deals.keep(deal);
        return new SomeLoans(deal, proposed);
    }

    SomeLoans approved() {
        return does(new Act.StartDueDiligence(null)).does(new Act.Approve(null, null, null, "The board", null));
    }

    SomeLoans inDefault() {
        return approved()
                .does(new Act.Sign(null, null, null))
                .does(new Act.MakeEffective(null))
                .does(new Act.DeclareDefault("unpaid", null, null));
    }

    SomeLoans does(Act act) {
        facts.add(deal.perform(act, SOMEBODY));
        return this;
    }

    Deal deal() {
        return deal;
    }

    List<DealEvent> facts() {
        return List.copyOf(facts);
    }
}
