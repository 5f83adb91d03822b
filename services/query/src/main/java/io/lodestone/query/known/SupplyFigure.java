package io.lodestone.query.known;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One figure about supply, as a publication printed it.
 *
 * @param indicator   PRODUCTION, NET_IMPORT_RELIANCE or IMPORT_SHARE (both in percent, of the United States)
 * @param category    what exactly was counted, as printed
 * @param area        as printed
 * @param country     ISO 3166-1 alpha-2, null where the area is no single country
 * @param year        the figure's; the last of a span of years
 * @param estimated   whether the publication marks it as an estimate
 * @param figure      as printed: a number, a bound such as {@code >50}, W for withheld, E for a net exporter
 * @param unit        as printed
 * @param edition     of the publication
 * @param publishedOn of the edition
 */
public record SupplyFigure(
        @NotNull Mineral mineral,
        @NotNull Segment segment,
        @NotNull Indicator indicator,
        @NotBlank @Size(max = 200) String category,
        @NotBlank @Size(max = 200) String area,
        @Pattern(regexp = "[A-Z]{2}") @Nullable String country,
        @NotNull Integer year,
        @NotNull Boolean estimated,
        @NotBlank String figure,
        @NotBlank @Size(max = 100) String unit,
        @NotBlank @Size(max = 200) String edition,
        @NotNull LocalDate publishedOn,
        @NotNull Source source,
        @Size(max = 1000) @Nullable String note) {

    public enum Indicator {
        PRODUCTION,
        NET_IMPORT_RELIANCE,
        IMPORT_SHARE
    }

    /** @throws InvalidValue for a figure that cannot be read, or a year nobody means */
    public SupplyFigure {
        if (figure != null && !figure.isBlank()) {
            Figure.of(figure);
        }
        if (year != null && (year < 1900 || year > 2200)) {
            throw new InvalidValue("year", "must be from 1900 to 2200");
        }
    }

    public Figure read() {
        return Figure.of(figure);
    }
}
