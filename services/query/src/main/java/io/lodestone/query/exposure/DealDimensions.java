package io.lodestone.query.exposure;

import io.lodestone.contracts.deals.DealProfile;
import java.util.Objects;
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

    /** The same; what it has in common with {@code before} is held in memory once. */
    DealDimensions sharing(DealDimensions before) {
        return new DealDimensions(
                one(agency, before.agency),
                one(instrument, before.instrument),
                one(program, before.program),
                one(projectId, before.projectId),
                one(packageId, before.packageId),
                one(obligor, before.obligor),
                one(obligorLei, before.obligorLei),
                one(status, before.status),
                one(currency, before.currency));
    }

    private static <T extends @Nullable Object> T one(T value, T before) {
        return Objects.equals(value, before) ? before : value;
    }

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
