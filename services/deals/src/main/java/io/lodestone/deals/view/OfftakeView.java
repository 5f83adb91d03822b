package io.lodestone.deals.view;

import io.lodestone.chassis.http.Versioned;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.deals.Buyer;
import io.lodestone.contracts.deals.Pricing;
import io.lodestone.deals.offtake.Agreement.EndUse;
import io.lodestone.deals.offtake.ContractYear;
import io.lodestone.deals.offtake.Discrepancy;
import io.lodestone.deals.offtake.Dispute;
import io.lodestone.deals.offtake.Offtake;
import io.lodestone.deals.offtake.OfftakeStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offtake agreement as a caller sees it. Quantities are metric tonnes. */
public record OfftakeView(
        UUID id,
        String reference,
        Agency agency,
        UUID projectId,
        Party seller,
        Buyer buyer,
        @Nullable UUID stockpileId,
        Mineral mineral,
        String product,
        @Nullable String grade,
        @Nullable Tonnes tonnesPerYear,
        @Nullable List<Tonnes> tonnesByYear,
        @Nullable LocalDate startsOn,
        @Nullable Integer years,
        @Nullable Share takeOrPayShare,
        @Nullable Pricing pricing,
        @Nullable EndUse endUse,
        OfftakeStatus status,
        @Nullable LocalDate signedOn,
        List<ContractYear> contractYears,
        List<Discrepancy> discrepancies,
        List<Dispute> disputes,
        List<Source> sources,
        ReleaseClass releaseClass,
        Instant changedAt,
        long version)
        implements Versioned {

    public static OfftakeView of(Offtake offtake) {
        var agreed = offtake.agreement();
        return new OfftakeView(
                offtake.id(),
                agreed.reference(),
                agreed.agency(),
                agreed.projectId(),
                agreed.seller(),
                agreed.buyer(),
                agreed.stockpileId(),
                agreed.mineral(),
                agreed.product(),
                agreed.grade(),
                agreed.tonnesPerYear(),
                agreed.tonnesByYear(),
                agreed.startsOn(),
                agreed.years(),
                agreed.takeOrPayShare(),
                agreed.pricing(),
                agreed.endUse(),
                offtake.status(),
                offtake.signedOn(),
                offtake.contractYears(),
                offtake.discrepancies(),
                offtake.disputes(),
                agreed.sources(),
                agreed.releaseClass(),
                offtake.changedAt(),
                offtake.version());
    }
}
