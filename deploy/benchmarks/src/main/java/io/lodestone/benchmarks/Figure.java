package io.lodestone.benchmarks;

import java.util.Locale;

/**
 * One figure: ours, beside it the plain counterpart, and their ratio, with what the check of the same data found.
 *
 * @param id     as in the list of ratios, for example P1
 * @param ours   median over the rounds, in {@code unit}
 * @param beside median over the rounds, in {@code unit}
 * @param ratio  ours / beside
 * @param spread of the ratio from round to round
 * @param note   what else was seen; may be empty
 */
public record Figure(
        String id,
        double ours,
        double beside,
        double ratio,
        int rounds,
        Spread spread,
        Verdict verdict,
        String unit,
        String note) {

    /** From two series measured in alternation. */
    public static Figure of(
            String id, String unit, Rounds.Series ours, Rounds.Series beside, Verdict verdict, String note) {
        var ratios = ours.over(beside);
        return new Figure(
                id,
                ours.median(),
                beside.median(),
                ours.median() / beside.median(),
                ours.values().size(),
                new Spread(ratios.min(), ratios.max()),
                verdict,
                unit,
                note);
    }

    /** Smallest and largest. */
    public record Spread(double min, double max) {}

    /** For a person; one line, and a second one when there is a note. */
    public String line() {
        var line = String.format(
                Locale.ROOT,
                "%-11s %10.1f %10.1f %-6s %6.2f (%.2f..%.2f) %2d rounds  lost/doubled/inverted %d/%d/%d of %d",
                id,
                ours,
                beside,
                unit,
                ratio,
                spread.min,
                spread.max,
                rounds,
                verdict.lost(),
                verdict.doubled(),
                verdict.inverted(),
                verdict.committed());
        return note.isEmpty() ? line : line + System.lineSeparator() + "            " + note;
    }

    /** What stands above the lines. */
    public static String heading() {
        return String.format(Locale.ROOT, "%-11s %10s %10s %-6s %6s", "figure", "ours", "beside", "unit", "ratio");
    }

    /** For a program: one JSON object on one line. */
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"ours\":%.3f,\"beside\":%.3f,\"ratio\":%.3f,\"rounds\":%d,\"lost\":%d,\"doubled\":%d,"
                        + "\"inverted\":%d,\"unit\":\"%s\",\"ratioMin\":%.3f,\"ratioMax\":%.3f,\"committed\":%d}",
                id,
                ours,
                beside,
                ratio,
                rounds,
                verdict.lost(),
                verdict.doubled(),
                verdict.inverted(),
                unit,
                spread.min,
                spread.max,
                verdict.committed());
    }
}
