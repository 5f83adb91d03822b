package io.lodestone.query.comparing;

import io.lodestone.query.view.Parameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far apart the points of a history are. Each is the last day of its period; the last point is the day asked for. */
enum Step {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Bounds the answer, and keeps the pass over the ledger short. */
    static final int POINTS_MAX = 400;

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> fields() {
        return Arrays.stream(values()).map(Step::field).toList();
    }

    static Step named(String field) {
        return valueOf(field.toUpperCase(Locale.ROOT));
    }

    /** @throws io.lodestone.chassis.http.ProblemException 400 for more points than an answer has */
    List<LocalDate> days(LocalDate from, LocalDate to) {
        var days = new ArrayList<LocalDate>();
        for (var day = endOf(from); day.isBefore(to); day = endOf(day.plusDays(1))) {
            days.add(day);
            if (days.size() >= POINTS_MAX) {
                throw Parameters.malformed(
                        "from", "is more than " + POINTS_MAX + " steps before to; take a longer step", fields());
            }
        }
        days.add(to);
        return days;
    }

    /** The usual beginning: about a year of months, and as many of the others. */
    LocalDate usually(LocalDate to) {
        return switch (this) {
            case DAY -> to.minusDays(30);
            case WEEK -> to.minusWeeks(12);
            case MONTH -> to.minusMonths(12);
            case QUARTER -> to.minusMonths(24);
            case YEAR -> to.minusYears(5);
        };
    }

    private LocalDate endOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case QUARTER -> day.plusMonths(2L - (day.getMonthValue() - 1) % 3).with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
        };
    }
}
