package io.lodestone.contracts.deals;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What terms of all kinds demand of their fields; what is left out is never wrong. */
final class TermsRules {

    private static final int TENOR_MONTHS_MAX = 600;
    private static final int TEXT_MAX = 2000;
    private static final int LIST_MAX = 100;

    private TermsRules() {}

    static void tenor(@Nullable Integer months) {
        range("tenorMonths", months, 1, TENOR_MONTHS_MAX);
    }

    static void range(String field, @Nullable Integer value, int from, int to) {
        if (value != null && (value < from || value > to)) {
            throw new InvalidValue(field, "must be between " + from + " and " + to);
        }
    }

    static void notNegative(String field, @Nullable Money value) {
        if (value != null) {
            value.notNegative(field);
        }
    }

    static void text(String field, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > TEXT_MAX)) {
            throw new InvalidValue(field, "must have 1 to " + TEXT_MAX + " characters");
        }
    }

    static @Nullable List<String> texts(String field, @Nullable List<String> values) {
        if (values == null) {
            return null;
        }
        if (values.size() > LIST_MAX) {
            throw new InvalidValue(field, "may have " + LIST_MAX + " entries");
        }
        for (var value : values) {
            if (value == null) {
                throw new InvalidValue(field, "must not hold null");
            }
            text(field, value);
        }
        return List.copyOf(values);
    }
}
