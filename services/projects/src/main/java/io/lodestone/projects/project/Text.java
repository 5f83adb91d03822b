package io.lodestone.projects.project;

import io.lodestone.contracts.InvalidValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What any text and any list must keep. */
final class Text {

    private Text() {}

    /** @throws InvalidValue when it is missing, blank, longer than {@code most}, or has characters no database keeps */
    static String check(String component, @Nullable String text, int most) {
        if (text == null) {
            throw new InvalidValue(component, "is missing");
        }
        if (text.isBlank() || text.length() > most) {
            throw new InvalidValue(component, "must have 1 to " + most + " characters");
        }
        if (text.codePoints().anyMatch(Text::isUnprintable)) {
            throw new InvalidValue(component, "must not have control characters");
        }
        return text;
    }

    /** As {@link #check}, where it may be left out. */
    static @Nullable String checkIfAny(String component, @Nullable String text, int most) {
        return text == null ? null : check(component, text, most);
    }

    static <T> List<T> withoutNulls(String component, List<T> list) {
        if (list.stream().anyMatch(Objects::isNull)) {
            throw new InvalidValue(component, "must not have null in it");
        }
        if (list.size() > 100) {
            throw new InvalidValue(component, "must not have more than 100 entries");
        }
        return List.copyOf(list);
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
