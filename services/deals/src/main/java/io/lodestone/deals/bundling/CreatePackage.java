package io.lodestone.deals.bundling;

import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.deals.bundle.Bundle.Title;
import io.lodestone.deals.bundle.Bundles;
import io.lodestone.deals.deal.Check;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/packages}, and an import line; see {@link Title} for ranges.
 *
 * @param agency the agency that keeps the record, the caller's when left out
 * @param deals  at most 500, each by agency and reference
 */
record CreatePackage(
        @NotNull String reference,
        @Nullable Agency agency,
        @NotNull String title,
        @Nullable String note,
        @Nullable ReleaseClass releaseClass,
        @Nullable List<Named> deals) {

    /** A deal by what its agency calls it. */
    record Named(@NotNull Agency agency, @NotNull String reference) {
        Named {
            Check.required("agency", agency);
            Check.text("reference", reference, 100);
        }
    }

    CreatePackage {
        Check.list("deals", deals == null ? List.of() : deals, Bundles.DEALS_MAX);
    }

    List<Named> members() {
        return deals == null ? List.of() : deals;
    }

    /** @param own the caller's agency, if it has one */
    Title said(Optional<String> own) {
        var keeper = agency == null ? own.map(Agency::valueOf).orElse(null) : agency;
        return new Title(
                reference,
                Check.required("agency", keeper),
                title,
                note,
                releaseClass == null ? ReleaseClass.PUBLIC : releaseClass);
    }
}
