package io.lodestone.chassis.feed;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads moments as {@link Instant#parse} does. Those in the form that all of our producers write are read digit by digit:
 * every fact has one, and the parser of the JDK makes a hundred objects for each.
 */
final class Moment {

    /** Up to the second, and a Z. */
    private static final String FORM = "0000-00-00T00:00:00";

    private static final int NANO_DIGITS = 9;
    private static final int SECONDS_OF_DAY = 86_400;

    private Moment() {}

    /** @throws java.time.DateTimeException when it is none */
    static Instant parse(String text) {
        return isPlain(text) ? plain(text) : Instant.parse(text);
    }

    private static boolean isPlain(String text) {
        int end = text.length() - 1;
        if (end < FORM.length() || end > FORM.length() + 1 + NANO_DIGITS || text.charAt(end) != 'Z') {
            return false;
        }
        for (int at = 0; at < FORM.length(); at++) {
            if (FORM.charAt(at) == '0' ? !isDigit(text, at) : text.charAt(at) != FORM.charAt(at)) {
                return false;
            }
        }
        for (int at = FORM.length() + 1; at < end; at++) {
            if (!isDigit(text, at)) {
                return false;
            }
        }
        return hasPlainFraction(text, end)
                && number(text, 11, 13) < 24
                && number(text, 14, 16) < 60
                && number(text, 17, 19) < 60;
    }

    private static boolean hasPlainFraction(String text, int end) {
        return end == FORM.length() || text.charAt(FORM.length()) == '.' && end > FORM.length() + 1;
    }

    private static Instant plain(String text) {
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int second = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        int nanos = 0;
        for (int digit = 0; digit < NANO_DIGITS; digit++) {
            int at = FORM.length() + 1 + digit;
            nanos = nanos * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return Instant.ofEpochSecond(day.toEpochDay() * SECONDS_OF_DAY + second, nanos);
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
