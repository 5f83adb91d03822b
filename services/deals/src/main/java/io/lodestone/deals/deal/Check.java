package io.lodestone.deals.deal;

import io.lodestone.contracts.InvalidValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What commands demand of their fields. */
public final class Check {

    private static final int TEXT_MAX = 2000;

    private Check() {}

    /** @throws InvalidValue when it is missing */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValue(field, "is missing");
        }
        return value;
    }

    /** @throws InvalidValue when it is missing, blank or longer than {@code max} characters */
    public static String text(String field, @Nullable String value, int max) {
        var present = required(field, value);
        if (present.isBlank() || present.length() > max) {
            throw new InvalidValue(field, "must have 1 to " + max + " characters");
        }
        return present;
    }

    /** A reason, a note, an evidence: 1 to 2,000 characters. */
    public static String text(String field, @Nullable String value) {
        return text(field, value, TEXT_MAX);
    }

    /** As {@link #text}, where it may be left out. */
    public static @Nullable String optionalText(String field, @Nullable String value) {
        return value == null ? null : text(field, value, TEXT_MAX);
    }

    /** @throws InvalidValue when the list holds null or more than {@code max} entries */
    public static <T> List<T> list(String field, List<T> values, int max) {
        if (values.size() > max) {
            throw new InvalidValue(field, "may have " + max + " entries");
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new InvalidValue(field, "must not hold null");
        }
        return List.copyOf(values);
    }
}
