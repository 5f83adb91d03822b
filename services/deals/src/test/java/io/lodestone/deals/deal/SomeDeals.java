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
import org.jspecify.annotations.Nullable;

/** Deals for tests: say what matters, the rest is ordinary. */
public final class SomeDeals {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    public static final By OFFICER = new By("olga", NOON, false);
    public static final By APPROVER = new By("anna", NOON, false);

    private SomeDeals() {}

    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    public static Offer offer(Instrument instrument, String headline, Condition... conditions) {
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

    /** As somebody asks for it; a letter of interest of 2025-01-01. */
    public static Deal of(
            Agency agency,
            String program,
            Instrument instrument,
            String headline,
            @Nullable String category,
            @Nullable String terms) {
        return proposed(new Offer(
                "D-2",
                agency,
                program,
                instrument,
                "A mine",
                new UUID(0, 1),
                null,
                new Party("Miner", "BR", null),
                usd(headline),
                terms == null ? null : SomeTerms.asked(terms).of(instrument),
                List.of(),
                category == null ? null : Offer.EnvironmentalCategory.valueOf(category),
                null,
                List.of(),
                ReleaseClass.PUBLIC,
                DealStatus.LETTER_OF_INTEREST));
    }

    public static Deal loan() {
        return proposed(offer(Instrument.DIRECT_LOAN, "100.00"));
    }

    public static Deal proposed(Offer offer) {
        var fact = Deal.propose(new UUID(0, 7), offer, LocalDate.parse("2025-01-01"), OFFICER);
        return Deal.of(fact, OFFICER.actor());
    }

    /** A loan of 100 USD with one condition, {@code permit}, that is open. */
    static Deal conditioned(DealStatus status) {
        var permit = new Condition("permit", Condition.Kind.PERMIT, "the permit", null, null);
        return at(proposed(offer(Instrument.DIRECT_LOAN, "100", permit)), status);
    }

    /** A loan of 100 USD of which 60 are drawn. */
    static Deal drawn(DealStatus status) {
        return switch (status) {
            case EFFECTIVE -> {
                var deal = loan(DealStatus.EFFECTIVE);
                deal.perform(new Act.Disburse(usd("60"), null, null), OFFICER);
                yield deal;
            }
            case TERMINATED -> {
                var deal = loan(DealStatus.IN_DEFAULT);
                deal.perform(new Act.Terminate("over", null), OFFICER);
                yield deal;
            }
            case LETTER_OF_INTEREST,
                    APPLIED,
                    DUE_DILIGENCE,
                    APPROVED,
                    SIGNED,
                    IN_DEFAULT,
                    DECLINED,
                    CANCELLED,
                    CLOSED,
                    WRITTEN_OFF -> loan(status);
        };
    }

    /** A guarantee of 100 USD. */
    static Deal guarantee(DealStatus status) {
        var deal = proposed(offer(Instrument.LOAN_GUARANTEE, "100"));
        return switch (status) {
            case IN_DEFAULT -> {
                at(deal, DealStatus.EFFECTIVE).perform(new Act.DeclareDefault("unpaid", null, null), OFFICER);
                yield deal;
            }
            case WRITTEN_OFF -> loan(status);
            case LETTER_OF_INTEREST,
                    APPLIED,
                    DUE_DILIGENCE,
                    APPROVED,
                    SIGNED,
                    EFFECTIVE,
                    DECLINED,
                    CANCELLED,
                    TERMINATED,
                    CLOSED -> at(deal, status);
        };
    }

    /** A loan of 100 USD taken along the shortest way to {@code status}. */
    public static Deal loan(DealStatus status) {
        return at(loan(), status);
    }

    public static Deal at(Deal deal, DealStatus status) {
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
