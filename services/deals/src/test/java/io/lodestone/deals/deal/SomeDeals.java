package io.lodestone.deals.deal;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Deals for tests: say what matters, the rest is ordinary. */
final class SomeDeals {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    static final By OFFICER = new By("olga", NOON, false);
    static final By APPROVER = new By("anna", NOON, false);

    private SomeDeals() {}

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    static Offer offer(Instrument instrument, String headline, Condition... conditions) {
        return new Offer(
                "D-1",
                Agency.DFC,
                null,
                instrument,
                "A mine",
                new UUID(0, 1),
                null,
                new Party("Miner", "BR", null),
                usd(headline),
                null,
                List.of(conditions),
                null,
                null,
                List.of(),
                ReleaseClass.PUBLIC,
                DealStatus.LETTER_OF_INTEREST);
    }

    static Deal loan() {
        return proposed(offer(Instrument.DIRECT_LOAN, "100.00"));
    }

    static Deal proposed(Offer offer) {
        var fact = Deal.propose(new UUID(0, 7), offer, LocalDate.parse("2025-01-01"), OFFICER);
        return Deal.of(fact, offer, OFFICER.actor());
    }

    /** A loan of 100 USD taken along the shortest way to {@code status}. */
    static Deal loan(DealStatus status) {
        return at(loan(), status);
    }

    static Deal at(Deal deal, DealStatus status) {
        switch (status) {
            case LETTER_OF_INTEREST -> {}
            case APPLIED -> deal.perform(new Act.Apply(null, null), OFFICER);
            case DUE_DILIGENCE -> at(deal, DealStatus.APPLIED).perform(new Act.StartDueDiligence(null), OFFICER);
            case APPROVED ->
                at(deal, DealStatus.DUE_DILIGENCE).perform(new Act.Approve(null, null, null, null, null), APPROVER);
            case SIGNED -> at(deal, DealStatus.APPROVED).perform(new Act.Sign(null, null, null), OFFICER);
            case EFFECTIVE -> at(deal, DealStatus.SIGNED).perform(new Act.MakeEffective(null), OFFICER);
            case IN_DEFAULT -> {
                at(deal, DealStatus.EFFECTIVE).perform(new Act.Disburse(usd("60"), null, null), OFFICER);
                deal.perform(new Act.DeclareDefault("unpaid", null, null), OFFICER);
            }
            case DECLINED -> at(deal, DealStatus.APPLIED).perform(new Act.Decline("no", null, null), APPROVER);
            case CANCELLED -> deal.perform(new Act.Cancel("withdrawn", null, null), OFFICER);
            case TERMINATED -> at(deal, DealStatus.EFFECTIVE).perform(new Act.Terminate("over", null), OFFICER);
            case CLOSED -> at(deal, DealStatus.EFFECTIVE).perform(new Act.Close(null), OFFICER);
            case WRITTEN_OFF ->
                at(deal, DealStatus.IN_DEFAULT).perform(new Act.WriteOff(usd("60"), "gone", null), OFFICER);
        }
        return deal;
    }
}
