package io.lodestone.deals.offtaking;

import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.deals.Buyer;
import io.lodestone.contracts.deals.Pricing;
import io.lodestone.deals.deal.Check;
import io.lodestone.deals.offtake.Agreement;
import io.lodestone.deals.offtake.Agreement.EndUse;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/offtakes}, and an import line without its history. The project is named by id or reference. */
record ProposeOfftake(
        @NotNull String reference,
        @NotNull Agency agency,
        @Nullable UUID projectId,
        @Nullable String projectReference,
        @NotNull Party seller,
        @NotNull Buyer buyer,
        @Nullable UUID stockpileId,
        @NotNull Mineral mineral,
        @NotNull String product,
        @Nullable String grade,
        @Nullable Tonnes tonnesPerYear,
        @Nullable List<Tonnes> tonnesByYear,
        @Nullable LocalDate startsOn,
        @Nullable Integer years,
        @Nullable Share takeOrPayShare,
        @Nullable Pricing pricing,
        @Nullable EndUse endUse,
        @Nullable List<Source> sources,
        @Nullable ReleaseClass releaseClass,
        @Nullable LocalDate effectiveOn) {

    String requiredReference() {
        return Check.text("projectReference", projectReference, 100);
    }

    Agreement agreement(UUID project) {
        return new Agreement(
                reference,
                agency,
                project,
                seller,
                buyer,
                stockpileId,
                mineral,
                product,
                grade,
                tonnesPerYear,
                tonnesByYear,
                startsOn,
                years,
                takeOrPayShare,
                pricing,
                endUse,
                sources == null ? List.of() : sources,
                releaseClass == null ? ReleaseClass.PUBLIC : releaseClass);
    }
}
