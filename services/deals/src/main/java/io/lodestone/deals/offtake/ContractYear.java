package io.lodestone.deals.offtake;

import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an agreement stands in one contract year, in tonnes.
 *
 * @param year      1 for the first
 * @param from      first day
 * @param to        last day
 * @param scheduled what is due; null when not disclosed
 * @param committed the take-or-pay part of it; null without a share
 * @param delivered what the seller reported for it; what came before the first year counts there, what came after the
 *                  last one in the last
 * @param received  what the buying stockpile received; null for other buyers
 * @param shortfall what the buyer has to take or pay for beyond what it took; final when {@code to} is past; null without
 *                  a commitment
 */
public record ContractYear(
        int year,
        LocalDate from,
        LocalDate to,
        @Nullable Tonnes scheduled,
        @Nullable Tonnes committed,
        Tonnes delivered,
        @Nullable Tonnes received,
        @Nullable Tonnes shortfall) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 6;

    /** Every contract year; of an agreement without an end those up to the last delivery; none before a start is agreed. */
    static List<ContractYear> of(Agreement agreed, Deliveries deliveries) {
        var start = agreed.startsOn();
        if (start == null) {
            return List.of();
        }
        int last = agreed.years() == null ? yearOf(lastDay(start, deliveries), start) : agreed.years();
        var years = new ArrayList<ContractYear>();
        for (int year = 1; year <= last; year++) {
            years.add(of(agreed, deliveries, start, year, last));
        }
        return List.copyOf(years);
    }

    private static ContractYear of(Agreement agreed, Deliveries deliveries, LocalDate start, int year, int last) {
        var from = start.plusYears(year - 1L);
        var next = start.plusYears(year);
        var scheduled = agreed.tonnesByYear() == null
                ? agreed.tonnesPerYear()
                : agreed.tonnesByYear().get(year - 1);
        var committed = committed(scheduled, agreed.takeOrPayShare());
        var delivered = within(deliveries.delivered(), from, next, year == 1, year == last);
        var received = agreed.stockpileId() != null
                ? within(deliveries.received(), from, next, year == 1, year == last)
                : null;
        var taken = received == null ? delivered : received;
        return new ContractYear(
                year,
                from,
                next.minusDays(1),
                scheduled,
                committed,
                delivered,
                received,
                committed == null ? null : missing(committed, taken));
    }

    private static @Nullable Tonnes committed(@Nullable Tonnes scheduled, @Nullable Share share) {
        return scheduled == null || share == null
                ? null
                : new Tonnes(
                        scheduled.value().multiply(share.percent()).divide(HUNDRED, DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static Tonnes missing(Tonnes committed, Tonnes taken) {
        var left = committed.minus(taken);
        return left.isNegative() ? Tonnes.ZERO : left;
    }

    private static Tonnes within(
            SortedMap<LocalDate, Tonnes> days, LocalDate from, LocalDate next, boolean first, boolean last) {
        var part = first ? days : days.tailMap(from);
        return Deliveries.sum(last ? part : part.headMap(next));
    }

    private static LocalDate lastDay(LocalDate start, Deliveries deliveries) {
        var day = start;
        for (var days : List.of(deliveries.delivered(), deliveries.received())) {
            day = !days.isEmpty() && days.lastKey().isAfter(day) ? days.lastKey() : day;
        }
        return day;
    }

    private static int yearOf(LocalDate day, LocalDate start) {
        return (int) Math.min(ChronoUnit.YEARS.between(start, day) + 1, Agreement.YEARS_MAX);
    }
}
