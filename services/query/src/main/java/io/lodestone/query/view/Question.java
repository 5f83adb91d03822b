package io.lodestone.query.view;

import io.lodestone.query.exposure.Dimension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of the exposure.
 *
 * @param by       the cut, in the order asked; empty for the undivided figure
 * @param filters  values by dimension; any of them will do
 * @param asOf     entries effective up to that day count
 * @param knownAt  entries recorded up to that moment count; null for all that is known
 * @param currency ISO 4217
 */
public record Question(
        List<Dimension> by,
        Map<Dimension, List<String>> filters,
        LocalDate asOf,
        @Nullable Instant knownAt,
        String currency) {

    public Question {
        by = List.copyOf(by);
        filters = Map.copyOf(filters);
    }

    /** The same on another day. */
    public Question on(LocalDate day) {
        return new Question(by, filters, day, knownAt, currency);
    }
}
