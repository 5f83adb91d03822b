package io.lodestone.query.view;

import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.fx.RateChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
 * @param rates    how amounts in other currencies are told in it; null to leave them apart
 */
public record Question(
        List<Dimension> by,
        Map<Dimension, List<String>> filters,
        LocalDate asOf,
        @Nullable Instant knownAt,
        String currency,
        @Nullable RateChoice rates) {

    public Question {
        by = List.copyOf(by);
        filters = Map.copyOf(filters);
    }

    /** The same as known at that moment. */
    public Question asKnownAt(Instant moment) {
        return new Question(by, filters, asOf, moment, currency, rates);
    }

    /** Everything, undivided, on that day. */
    public static Question ofAll(LocalDate day) {
        return new Question(List.of(), Map.of(), day, null, "USD", null);
    }

    /** The same on another day. */
    public Question on(LocalDate day) {
        return new Question(by, filters, day, knownAt, currency, rates);
    }

    /** Whether an amount in that place is asked for. */
    public boolean wants(Map<Dimension, String> place) {
        return filters.entrySet().stream().allMatch(filter -> {
            var value = place.get(filter.getKey());
            return value == null
                    ? filter.getValue().contains(Questions.NONE)
                    : filter.getValue().contains(value);
        });
    }

    /** How an answer is labelled for that place. */
    public Map<String, @Nullable String> labels(Map<Dimension, String> place) {
        var labels = new LinkedHashMap<String, @Nullable String>();
        by.forEach(dimension -> labels.put(dimension.field(), place.get(dimension)));
        return labels;
    }
}
