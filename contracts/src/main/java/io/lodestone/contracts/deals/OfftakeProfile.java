package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offtake agreement as it stands after a fact.
 *
 * @param reference      the agency's own, unique per agency
 * @param agency         the agency that keeps the record
 * @param projectId      the project that delivers
 * @param seller         who delivers
 * @param buyer          who pays
 * @param stockpileId    the buying stockpile, if the buyer is one
 * @param mineral        catalogue code
 * @param product        what is delivered, in the agreement's words
 * @param grade          quality, in the agreement's words, null when not agreed
 * @param tonnesPerYear  contracted quantity, null when not disclosed or when it differs from year to year
 * @param tonnesByYear   contracted quantity of each contract year, first year first, null when every year has the same
 * @param startsOn       first day of delivery, null when not agreed yet
 * @param years          how long it runs, null when not disclosed
 * @param takeOrPayShare part of the quantity the buyer pays for in any case
 * @param pricing        how the price is found, null when not disclosed
 * @param endUse         BATTERY, SEMICONDUCTOR, DEFENSE, MAGNET or OTHER, null when not known
 * @param releaseClass   PUBLIC, PARTNER or RESTRICTED
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
        @Nullable String grade,
        @Nullable Tonnes tonnesPerYear,
        @Nullable List<Tonnes> tonnesByYear,
        @Nullable LocalDate startsOn,
        @Nullable Integer years,
        @Nullable Share takeOrPayShare,
        @Nullable Pricing pricing,
        @Nullable String endUse,
        String releaseClass,
        String status) {}
