package io.lodestone.deals.view;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.deals.deal.AskedTerms;
import io.lodestone.deals.deal.Check;
import io.lodestone.deals.deal.Condition;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.deal.Offer;
import io.lodestone.deals.deal.Offer.EnvironmentalCategory;
import io.lodestone.deals.known.KnownProjects;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/deals}, and an import line without its history; see {@link Offer} for units and ranges. The
 * project is named by its id or by its reference.
 */
public record ProposeDeal(
        @NotNull String reference,
        @NotNull Agency agency,
        @Nullable String program,
        @NotNull Instrument instrument,
        @NotNull String title,
        @Nullable UUID projectId,
        @Nullable String projectReference,
        @Nullable UUID packageId,
        @NotNull Party obligor,
        @NotNull Money headline,
        @Nullable AskedTerms terms,
        @Nullable List<Condition> conditions,
        @Nullable EnvironmentalCategory environmentalCategory,
        @Nullable LocalDate expiresOn,
        @Nullable List<Source> sources,
        @Nullable ReleaseClass releaseClass,
        @NotNull DealStatus enterAs,
        @Nullable LocalDate effectiveOn) {

    /** With the id of the project that it names by reference, where {@code known} has one. */
    public ProposeDeal on(Function<String, @Nullable UUID> known) {
        var id = projectId == null && projectReference != null ? known.apply(projectReference) : projectId;
        return new ProposeDeal(
                reference,
                agency,
                program,
                instrument,
                title,
                id,
                projectReference,
                packageId,
                obligor,
                headline,
                terms,
                conditions,
                environmentalCategory,
                expiresOn,
                sources,
                releaseClass,
                enterAs,
                effectiveOn);
    }

    /** The project it is for. @throws DealRefusal.ReferenceUnknown when it is not known after two seconds */
    public UUID project(KnownProjects projects) {
        if (projectId != null) {
            return projects.require(projectId);
        }
        return projects.requireReference(
                Check.text(projectReference == null ? "projectId" : "projectReference", projectReference, 100));
    }

    /** @throws io.lodestone.contracts.InvalidValue naming the field that is wrong */
    public Offer offer(UUID project) {
        return new Offer(
                reference,
                agency,
                program,
                instrument,
                title,
                project,
                packageId,
                obligor,
                headline,
                terms == null ? null : terms.of(instrument),
                conditions == null ? List.of() : conditions,
                environmentalCategory,
                expiresOn,
                sources == null ? List.of() : sources,
                releaseClass == null ? ReleaseClass.PUBLIC : releaseClass,
                enterAs);
    }
}
