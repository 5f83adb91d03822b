package io.lodestone.contracts;

import io.lodestone.contracts.deals.Buyer;
import io.lodestone.contracts.deals.OfftakeProfile;
import io.lodestone.contracts.deals.Pricing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The agreement that the samples speak of: antimony for the national stockpile. */
final class OfftakeSamples {

    private OfftakeSamples() {}

    /** @param fact simple name of an offtake fact's record */
    static OfftakeProfile profile(String fact, UUID project, UUID stockpile, LocalDate startsOn) {
        boolean byYear = fact.equals("OfftakeAmended");
        return new OfftakeProfile(
                "OFF-032",
                "DLA",
                project,
                new Party("United States Antimony Corp", "US", null),
                new Buyer("DLA Strategic Materials", "US", null, Buyer.Kind.STOCKPILE),
                stockpile,
                "ANTIMONY",
                "antimony metal ingots",
                "99.65 % Sb",
                byYear ? null : Tonnes.of("1200"),
                byYear ? List.of(Tonnes.of("600"), Tonnes.of("1200"), Tonnes.of("1200")) : null,
                startsOn,
                byYear ? 3 : 5,
                Share.of("80"),
                new Pricing.Floor(
                        "Rotterdam warehouse price",
                        Money.of("21.50", "USD"),
                        Money.of("40.00", "USD"),
                        Share.of("30"),
                        "reviewed each January"),
                "DEFENSE",
                "PUBLIC",
                switch (fact) {
                    case "OfftakeProposed" -> "NEGOTIATING";
                    case "OfftakeInForce", "OfftakeDelivered", "OfftakeCured" -> "IN_FORCE";
                    case "OfftakeDisputed", "OfftakeCureExtended" -> "IN_DISPUTE";
                    case "OfftakeFulfilled" -> "FULFILLED";
                    case "OfftakeTerminated" -> "TERMINATED";
                    case "OfftakeAbandoned" -> "ABANDONED";
                    default -> "SIGNED";
                });
    }
}
