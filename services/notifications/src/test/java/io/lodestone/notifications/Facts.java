package io.lodestone.notifications;

import io.lodestone.contracts.Party;
import io.lodestone.contracts.deals.DealEvent.DueDiligenceStarted;
import io.lodestone.contracts.deals.DealProfile;
import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Facts that say only what matters here. */
public final class Facts {

    private static final UUID PROJECT = UUID.fromString("019a5c0f-1a00-7b11-9c44-6e2d1f8a7b02");

    private Facts() {}

    public static DueDiligenceStarted ofDfc(UUID deal, long version) {
        return of(deal, version, "DFC", "PUBLIC");
    }

    public static DueDiligenceStarted of(UUID deal, long version, String agency, String releaseClass) {
        return new DueDiligenceStarted(
                deal,
                version,
                Instant.parse("2026-03-01T12:00:00Z"),
                LocalDate.parse("2026-03-01"),
                new DealProfile(
                        "DFC-1",
                        "A mine",
                        agency,
                        null,
                        "DIRECT_LOAN",
                        PROJECT,
                        null,
                        new Party("Serra Verde", "BR", null),
                        releaseClass,
                        "DUE_DILIGENCE"),
                nothing());
    }

    private static Figures nothing() {
        var zero = new BigDecimal("0.00");
        return new Figures(zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, "USD");
    }
}
