package io.lodestone.deals.offtake;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.deals.Buyer;
import io.lodestone.deals.deal.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who buys what from whom.
 *
 * @param reference      unique per agency, 1 to 100 characters
 * @param agency         the agency that keeps the record
 * @param tonnesPerYear  null when not disclosed
 * @param years          1 to 100
 * @param takeOrPayShare part of the quantity the buyer pays for in any case
 */
public record Agreement(
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
        @Nullable LocalDate startsOn,
        @Nullable Integer years,
        @Nullable Share takeOrPayShare,
        @Nullable Pricing pricing,
        @Nullable EndUse endUse,
        List<Source> sources,
        ReleaseClass releaseClass) {

    /** What the material is for. */
    public enum EndUse {
        BATTERY,
        SEMICONDUCTOR,
        DEFENSE,
        MAGNET,
        OTHER
    }

    /** @throws InvalidValue naming the field that is missing or wrong */
    public Agreement {
        Check.text("reference", reference, 100);
        Check.text("product", product, 300);
        if (grade != null) {
            Check.text("grade", grade, 300);
        }
        if (tonnesPerYear != null) {
            tonnesPerYear.positive("tonnesPerYear");
        }
        if (years != null && (years < 1 || years > 100)) {
            throw new InvalidValue("years", "must be between 1 and 100");
        }
        sources = Check.list("sources", sources, 100);
    }
}
