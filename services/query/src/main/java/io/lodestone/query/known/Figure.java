package io.lodestone.query.known;

import io.lodestone.contracts.InvalidValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it was printed, and what it means. What is no number is never made one.
 *
 * @param printed   {@code 92000}, {@code >50}, {@code W}
 * @param qualifier EXACT, MORE_THAN, LESS_THAN, WITHHELD (W), NET_EXPORTER (E) or NOT_AVAILABLE (NA)
 * @param number    the number, or the bound; null where there is none
 */
public record Figure(
        String printed, Qualifier qualifier, @Nullable BigDecimal number) {

    private static final Pattern NUMBER = Pattern.compile("([<>]?)(\\d{1,15}(?:\\.\\d{1,6})?)");

    public enum Qualifier {
        EXACT,
        MORE_THAN,
        LESS_THAN,
        WITHHELD,
        NET_EXPORTER,
        NOT_AVAILABLE
    }

    /** @throws InvalidValue for what is neither a number, a bound nor one of the known letters */
    public static Figure of(String printed) {
        var number = NUMBER.matcher(printed);
        if (number.matches()) {
            var qualifier =
                    switch (number.group(1)) {
                        case ">" -> Qualifier.MORE_THAN;
                        case "<" -> Qualifier.LESS_THAN;
                        default -> Qualifier.EXACT;
                    };
            return new Figure(printed, qualifier, new BigDecimal(number.group(2)));
        }
        return switch (printed) {
            case "W" -> new Figure(printed, Qualifier.WITHHELD, null);
            case "E" -> new Figure(printed, Qualifier.NET_EXPORTER, null);
            case "NA" -> new Figure(printed, Qualifier.NOT_AVAILABLE, null);
            default -> throw new InvalidValue("figure", "must be a plain number, >number, <number, W, E or NA");
        };
    }
}
