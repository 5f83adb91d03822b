package io.lodestone.query.exposure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest fact of a subject, and what all its facts up to this one say together.
 *
 * @param knownAt   since when all of them are known
 * @param latestDay the latest of their days
 */
public record Standing<F extends Kept>(F newest, Instant knownAt, LocalDate latestDay) {

    /** @param next the next version of the subject of {@code before} */
    public static <F extends Kept> Standing<F> of(@Nullable Standing<F> before, F next) {
        var recordedAt = next.fact().recordedAt();
        var day = next.fact().effectiveOn();
        if (before == null) {
            return new Standing<>(next, recordedAt, day);
        }
        return new Standing<>(
                next,
                recordedAt.isAfter(before.knownAt) ? recordedAt : before.knownAt,
                day.isAfter(before.latestDay) ? day : before.latestDay);
    }

    /** One for each fact. @param history all facts of one subject in version order */
    public static <F extends Kept> List<Standing<F>> each(List<F> history) {
        var standings = new ArrayList<Standing<F>>();
        for (var fact : history) {
            standings.add(of(standings.isEmpty() ? null : standings.getLast(), fact));
        }
        return standings;
    }

    /** Whether a fact of that day, known from that moment on, comes after all of these in both times. */
    boolean isBefore(LocalDate day, Instant moment) {
        return !latestDay.isAfter(day) && !knownAt.isAfter(moment);
    }
}
