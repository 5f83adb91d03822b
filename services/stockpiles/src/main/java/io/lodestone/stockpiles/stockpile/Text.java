package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.InvalidValue;
import org.jspecify.annotations.Nullable;

/** What any text must keep. */
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

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
