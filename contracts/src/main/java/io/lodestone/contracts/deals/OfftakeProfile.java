package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offtake agreement as it stands after a fact.
 *
 * @param agency         the agency that keeps the record
 * @param stockpileId    the buying stockpile, if the buyer is one
 * @param mineral        catalogue code
 * @param tonnesPerYear  contracted quantity, null when not disclosed
 * @param takeOrPayShare part of the quantity the buyer pays for in any case
 * @param status         lifecycle status after the fact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfftakeProfile(
        String reference,
        String agency,
        UUID projectId,
        Party seller,
        Buyer buyer,
        @Nullable UUID stockpileId,
        String mineral,
        String product,
        @Nullable Tonnes tonnesPerYear,
        @Nullable LocalDate startsOn,
        @Nullable Integer years,
        @Nullable Share takeOrPayShare,
        String releaseClass,
        String status) {}
