package io.lodestone.query.concentrating;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.contracts.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How concentrated supply is, per mineral and segment.
 *
 * @param asOf  of each figure the newest edition that was out on this day
 * @param items by mineral, segment, what was counted and year
 */
record SupplyConcentrationView(LocalDate asOf, List<Item> items) {

    /**
     * One mineral and segment in one year. Shares are in percent of {@code listed}.
     *
     * @param category        what exactly was counted, as printed
     * @param estimated       whether the publication marks the figures as estimates
     * @param listed          the sum of all figures that are numbers, other countries included
     * @param worldTotal      as printed: rounded, and without what is withheld; null where there is none
     * @param hhi             Herfindahl-Hirschman index, other countries taken as very many: the least it can be
     * @param hhiMost         the same with other countries taken as one: the most it can be
     * @param effectiveNumber 10,000 / hhi
     * @param topShare        of the listed countries together
     * @param top             the largest countries
     * @param others          what the publication gives for other countries together; null where it gives nothing
     * @param notNumbers      countries whose figure is no number, such as W for withheld; in no sum
     * @param edition         of the publication
     * @param source          where the figures were read
     * @param note            what the source remarks
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(
            String mineral,
            String segment,
            String category,
            int year,
            boolean estimated,
            String unit,
            String listed,
            @Nullable String worldTotal,
            @Nullable String hhi,
            @Nullable String hhiMost,
            @Nullable String effectiveNumber,
            @Nullable String topShare,
            List<Country> top,
            @Nullable Country others,
            List<Qualified> notNumbers,
            String edition,
            LocalDate publishedOn,
            Source source,
            @Nullable String note) {}

    /** @param country ISO 3166-1 alpha-2, null for an area that is no country */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Country(
            String area,
            @Nullable String country,
            String amount,
            @Nullable String share) {}

    /** @param qualifier WITHHELD, MORE_THAN, LESS_THAN, NET_EXPORTER or NOT_AVAILABLE */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Qualified(String area, @Nullable String country, String figure, String qualifier) {}
}
