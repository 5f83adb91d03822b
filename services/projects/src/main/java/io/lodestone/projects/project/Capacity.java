package io.lodestone.projects.project;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a project can make.
 *
 * @param product       in the source's words, 1 to 200 characters
 * @param tonnesPerYear metric tonnes of the product, more than zero
 * @param from          the first day of that capacity, null when not known
 */
public record Capacity(
        String product,
        Mineral mineral,
        Segment segment,
        Tonnes tonnesPerYear,
        @Nullable LocalDate from) {

    /** @throws InvalidValue naming the part that is missing or wrong */
    public Capacity {
        Text.check("product", product, 200);
        if (mineral == null) {
            throw new InvalidValue("mineral", "is missing");
        }
        if (segment == null) {
            throw new InvalidValue("segment", "is missing");
        }
        if (tonnesPerYear == null) {
            throw new InvalidValue("tonnesPerYear", "is missing");
        }
        tonnesPerYear.positive("tonnesPerYear");
    }
}
