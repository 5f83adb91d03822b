package io.lodestone.deals.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Which days count for a clock.
 *
 * @param id       how rules name it
 * @param weekdays the days of the week that do not count
 * @param holidays the days that do not count beside them
 */
public record Calendar(String id, Set<DayOfWeek> weekdays, List<LocalDate> holidays) {

    private static final int DAYS_MAX = 366;

    public Calendar {
        weekdays = Set.copyOf(weekdays);
        holidays = List.copyOf(holidays);
        if (weekdays.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException(id + " counts no day");
        }
    }

    /** The day on which {@code count} counting days have gone by since {@code day}. */
    LocalDate after(LocalDate day, int count) {
        if (count < 0 || count > DAYS_MAX) {
            throw new IllegalArgumentException("a clock runs 0 to " + DAYS_MAX + " days");
        }
        var reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.plusDays(1);
            if (counts(reached)) {
                left--;
            }
        }
        return reached;
    }

    private boolean counts(LocalDate day) {
        return !weekdays.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
