package io.lodestone.query.exposure;

import io.lodestone.contracts.deals.Figures;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rungs of the ladder. They are never added to each other: a promise, a signature and a payment are different
 * things, so an answer is a vector of rungs.
 */
public enum Measure {
    PIPELINE("pipeline"),
    AUTHORIZED_UNSIGNED("authorizedUnsigned"),
    UNDRAWN("undrawn"),
    OUTSTANDING("outstanding"),
    CONTINGENT("contingent"),
    PAID("paid"),
    WRITTEN_OFF("writtenOff");

    private final String field;

    Measure(String field) {
        this.field = field;
    }

    /** The name in JSON. */
    public String field() {
        return field;
    }

    /** The name in the database. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> named(String field) {
        return Arrays.stream(values())
                .filter(measure -> measure.field.equals(field))
                .findFirst();
    }

    public static List<String> fields() {
        return Arrays.stream(values()).map(Measure::field).toList();
    }

    BigDecimal in(Figures figures) {
        return switch (this) {
            case PIPELINE -> figures.pipeline();
            case AUTHORIZED_UNSIGNED -> figures.authorizedUnsigned();
            case UNDRAWN -> figures.undrawn();
            case OUTSTANDING -> figures.outstanding();
            case CONTINGENT -> figures.contingent();
            case PAID -> figures.paid();
            case WRITTEN_OFF -> figures.writtenOff();
        };
    }
}
