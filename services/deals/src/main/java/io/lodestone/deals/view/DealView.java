package io.lodestone.deals.view;

import io.lodestone.chassis.http.Versioned;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.deals.Figures;
import io.lodestone.contracts.deals.Terms;
import io.lodestone.deals.deal.AskedTerms;
import io.lodestone.deals.deal.Condition;
import io.lodestone.deals.deal.CrossDefault;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.deal.Offer.EnvironmentalCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A deal as a caller sees it. Figures are decimal strings in the deal's currency. */
public record DealView(
        UUID id,
        String reference,
        Agency agency,
        @Nullable String program,
        Instrument instrument,
        String title,
        UUID projectId,
        @Nullable UUID packageId,
        Party obligor,
        DealStatus status,
        Money headline,
        @Nullable @Schema(implementation = AskedTerms.class) Terms terms,
        Figures figures,
        List<Condition> conditions,
        List<CrossDefault> crossDefaults,
        @Nullable EnvironmentalCategory environmentalCategory,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate defaultedOn,
        List<Source> sources,
        ReleaseClass releaseClass,
        Instant changedAt,
        long version)
        implements Versioned {

    public static DealView of(Deal deal) {
        var offer = deal.offer();
        return new DealView(
                deal.id(),
                offer.reference(),
                offer.agency(),
                offer.program(),
                offer.instrument(),
                offer.title(),
                offer.projectId(),
                offer.packageId(),
                offer.obligor(),
                deal.status(),
                offer.headline(),
                offer.terms(),
                deal.figures(),
                offer.conditions(),
                deal.crossDefaults(),
                offer.environmentalCategory(),
                offer.expiresOn(),
                deal.approvedOn(),
                deal.signedOn(),
                deal.defaultedOn(),
                offer.sources(),
                offer.releaseClass(),
                deal.changedAt(),
                deal.version());
    }
}
