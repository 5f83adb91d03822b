package io.lodestone.chassis.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a list's filters, read from their text. Null asks for nothing and stays null. */
public final class FilterValue {

    private FilterValue() {}

    /** @throws ProblemException 422 for what is none of the codes, with those nearest to it */
    public static <E extends Enum<E>> @Nullable E code(String name, @Nullable String text, Class<E> codes) {
        if (text == null) {
            return null;
        }
        var known = Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
        if (!known.contains(text)) {
            throw new ProblemException(
                    Problem.invalid(name, text + " is not a known code").with("allowed", Nearest.to(text, known)));
        }
        return Enum.valueOf(codes, text);
    }

    /** @throws ProblemException 422 for anything but true and false */
    public static @Nullable Boolean flag(String name, @Nullable String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw new ProblemException(Problem.invalid(name, "is true or false"));
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    /** @throws ProblemException 422 for what is no UUID */
    public static @Nullable UUID id(String name, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.invalid(name, "is not an id (UUID)"));
        }
    }

    /** @throws ProblemException 422 for what is no moment in UTC */
    public static @Nullable Instant moment(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.invalid(name, "is not a moment such as 2026-05-21T14:03:11Z"));
        }
    }
}
