package io.lodestone.contracts.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where figures are wrong.
 *
 * @param kind         CELL: a cell is not the sum of its entries. DEAL: the entries of a deal are not what its facts say.
 *                     DAY: what is kept of a day in the past is not the sum of the entries; reason names the day.
 *                     TOTALS: the facts heard are not what the deals service counts
 * @param dealId       the deal; for TOTALS, when one deal alone accounts for the difference
 * @param reference    of that deal
 * @param agency       catalogue code
 * @param instrument   catalogue code
 * @param currency     ISO 4217
 * @param cellId       of a cell, and what follows as far as it is known
 * @param program      the agency's programme
 * @param mineral      catalogue code
 * @param segment      MINING, PROCESSING and so on
 * @param country      of the project
 * @param obligor      its name
 * @param projectId    the project
 * @param packageId    the package
 * @param status       of the deals in the cell
 * @param releaseClass PUBLIC, PARTNER or RESTRICTED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakPlace(
        String kind,
        @Nullable UUID dealId,
        @Nullable String reference,
        @Nullable String agency,
        @Nullable String instrument,
        @Nullable String currency,
        @Nullable UUID cellId,
        @Nullable String program,
        @Nullable String mineral,
        @Nullable String segment,
        @Nullable String country,
        @Nullable String obligor,
        @Nullable UUID projectId,
        @Nullable UUID packageId,
        @Nullable String status,
        String releaseClass) {}
