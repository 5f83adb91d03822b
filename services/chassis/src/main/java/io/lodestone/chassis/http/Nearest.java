package io.lodestone.chassis.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The codes that somebody who mistyped one probably meant. */
public final class Nearest {

    private static final int SHOWN_MAX = 5;

    private Nearest() {}

    /** All codes when there are at most twelve, else the five nearest by edit distance. */
    public static List<String> to(String typed, Collection<String> codes) {
        if (codes.size() <= 12) {
            return List.copyOf(codes);
        }
        var wanted = typed.toUpperCase(Locale.ROOT);
        return codes.stream()
                .sorted(Comparator.comparingInt((String code) -> distance(wanted, code))
                        .thenComparing(code -> code))
                .limit(SHOWN_MAX)
                .toList();
    }

    /** Levenshtein distance, row by row; names longer than 40 characters are cut. */
    private static int distance(String a, String b) {
        var from = a.length() > 40 ? a.substring(0, 40) : a;
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (from.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
