package io.lodestone.query.fx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which day's rate an amount is told at. */
public enum RateChoice {
    /** What came in at the rate of the day it took effect; what leaves goes at the average of what is there. */
    HISTORICAL,
    /** All at the rate of the day asked for. */
    CURRENT;

    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> fields() {
        return Arrays.stream(values()).map(RateChoice::field).toList();
    }

    public static RateChoice named(String field) {
        return valueOf(field.toUpperCase(Locale.ROOT));
    }
}
