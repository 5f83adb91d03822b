package io.lodestone.query.limit;

import io.lodestone.query.exposure.Cell;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an amount sits, as far as limits ask.
 *
 * @param program empty where the deal has none
 */
public record LimitPlace(
        String agency,
        String instrument,
        String program,
        String country,
        String mineral,
        String segment,
        String obligor,
        @Nullable String obligorLei,
        String currency) {

    public static LimitPlace of(Cell cell) {
        var deal = cell.deal();
        return new LimitPlace(
                deal.agency(),
                deal.instrument(),
                deal.program() == null ? "" : deal.program(),
                cell.country(),
                cell.mineral(),
                cell.segment(),
                deal.obligor(),
                deal.obligorLei(),
                deal.currency());
    }

    /** By LEI, or by name where case and spaces around it do not tell two obligors apart. */
    boolean isOwedByAny(Collection<String> keys) {
        return keys.contains(keyOf(obligor)) || (obligorLei != null && keys.contains(obligorLei));
    }

    /** The value of what a limit is held per; empty for a limit on the whole, and for what we do not know. */
    String valueOf(@Nullable String per) {
        return switch (per) {
            case "AGENCY" -> agency;
            case "INSTRUMENT" -> instrument;
            case "PROGRAM" -> program;
            case "COUNTRY" -> country;
            case "MINERAL" -> mineral;
            case "SEGMENT" -> segment;
            case "OBLIGOR" -> obligorLei == null ? keyOf(obligor) : obligorLei;
            case null, default -> "";
        };
    }

    private static String keyOf(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }
}
