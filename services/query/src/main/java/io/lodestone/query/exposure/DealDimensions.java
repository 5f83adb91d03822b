package io.lodestone.query.exposure;

import io.lodestone.contracts.deals.DealProfile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a deal stands of itself, without its project. Codes are kept as they came, unknown ones too.
 *
 * @param obligorLei legal entity identifier, null where the obligor has none
 * @param currency   ISO 4217
 */
public record DealDimensions(
        String agency,
        String instrument,
        @Nullable String program,
        UUID projectId,
        @Nullable UUID packageId,
        String obligor,
        @Nullable String obligorLei,
        String status,
        String currency) {

    public static DealDimensions of(DealProfile deal, String currency) {
        return new DealDimensions(
                deal.agency(),
                deal.instrument(),
                deal.program(),
                deal.projectId(),
                deal.packageId(),
                deal.obligor().name(),
                deal.obligor().lei(),
                deal.status(),
                currency);
    }
}
