package io.lodestone.projects.financing;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.DealApproved;
import io.lodestone.contracts.deals.DealEvent.DealProposed;
import io.lodestone.contracts.deals.DealEvent.DealSigned;
import io.lodestone.contracts.deals.DealProfile;
import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Facts of a deal as the deals service tells them, in US dollars. */
record SomeDeals(UUID deal, UUID project, String agency, String releaseClass, BigDecimal amount) {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-02-27");

    static SomeDeals of(UUID project, String agency, String amount) {
        return new SomeDeals(UUID.randomUUID(), project, agency, "PUBLIC", new BigDecimal(amount));
    }

    SomeDeals restricted() {
        return new SomeDeals(deal, project, agency, "RESTRICTED", amount);
    }

    DealEvent proposed() {
        return new DealProposed(
                deal,
                1,
                NOON,
                DAY,
                profile("APPLIED"),
                figures(amount, null, null),
                money(),
                "APPLIED",
                null,
                null,
                null,
                null,
                null);
    }

    DealEvent approved() {
        return new DealApproved(
                deal, 2, NOON, DAY, profile("APPROVED"), figures(null, amount, null), money(), null, null, null);
    }

    DealEvent signed() {
        return new DealSigned(
                deal, 3, NOON, DAY, profile("SIGNED"), figures(null, null, amount), money(), Money.zero("USD"));
    }

    private Money money() {
        return new Money(amount, "USD");
    }

    private DealProfile profile(String status) {
        return new DealProfile(
                "R-" + deal,
                "A deal",
                agency,
                null,
                "DIRECT_LOAN",
                project,
                null,
                new Party("Konkola Mines", "ZM", null),
                releaseClass,
                status);
    }

    private static Figures figures(BigDecimal pipeline, BigDecimal authorized, BigDecimal committed) {
        var zero = new BigDecimal("0.00");
        return new Figures(
                pipeline == null ? zero : pipeline,
                authorized == null ? zero : authorized,
                authorized == null ? zero : authorized,
                committed == null ? zero : committed,
                zero,
                committed == null ? zero : committed,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                "USD");
    }
}
