package io.lodestone.query.limiting;

import static java.math.BigDecimal.ZERO;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import io.lodestone.query.known.KnownLimits;
import io.lodestone.query.limit.LimitTerms;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.LimitHolds;
import io.lodestone.query.view.LimitUse;
import io.lodestone.query.view.LimitUses;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use of limits, counted from the ledger as the caller may see it, beside what is reserved. */
@ApplicationScoped
class LimitUsage {

    private static final int MONTHS = 12;

    private static final Comparator<LimitUse> NEAREST_FIRST = Comparator.comparing(LimitUse::nearness)
            .reversed()
            .thenComparing(LimitUse::key)
            .thenComparing(LimitUse::bucket, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final OneMoment moment;
    private final KnownLimits limits;

    LimitUsage(OneMoment moment, KnownLimits limits) {
        this.moment = moment;
        this.limits = limits;
    }

    /** @param near only what is used and held to at least that many percent of its threshold; null for all */
    LimitUsageView all(@Nullable BigDecimal near, LocalDate today, Sight sight) {
        var question = Question.ofAll(today);
        return moment.read(question, sight, (connection, freshness) -> {
            var known = limits.all(connection);
            var items = uses(connection, known, question, sight).stream()
                    .filter(use -> near == null || use.nearness().compareTo(near) >= 0)
                    .toList();
            return new LimitUsageView(today, items, freshness.position(), freshness.ageMillis());
        });
    }

    private static List<LimitUse> uses(Connection connection, List<LimitTerms> known, Question question, Sight sight)
            throws SQLException {
        var uses = new LimitUses(known).read(connection, Conditions.of(question, sight));
        var held = LimitHolds.sums(connection, question.asOf(), sight);
        var items = new ArrayList<LimitUse>();
        for (var limit : known) {
            var used = uses.of(limit);
            var holds = held.getOrDefault(limit.id(), Map.of());
            var buckets = new TreeSet<>(used.keySet());
            buckets.addAll(holds.keySet());
            if (buckets.isEmpty()) {
                buckets.add("");
            }
            buckets.forEach(bucket -> items.add(LimitUse.of(
                    limit,
                    bucket,
                    used.getOrDefault(bucket, ZERO),
                    holds.getOrDefault(bucket, ZERO),
                    question.asOf())));
        }
        items.sort(NEAREST_FIRST);
        return items;
    }

    /** @throws ProblemException 404 where there is no such limit */
    LimitUsageView.OfOne one(UUID id, @Nullable String bucket, LocalDate today, Sight sight) {
        var question = Question.ofAll(today);
        return moment.read(question, sight, (connection, freshness) -> {
            var limit = limits.all(connection).stream()
                    .filter(known -> known.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            Problem.of(404, "not-found", "There is nothing here, or nothing that you may see.")));
            var buckets = uses(connection, List.of(limit), question, sight).stream()
                    .filter(use -> bucket == null || bucket.equals(use.bucket()))
                    .toList();
            return new LimitUsageView.OfOne(
                    today,
                    buckets,
                    Contributors.of(connection, limit, bucket, Conditions.of(question, sight)),
                    Holds.of(connection, id, today, sight).stream()
                            .filter(hold -> bucket == null || bucket.equals(hold.bucket()))
                            .toList(),
                    trend(connection, limit, bucket, question, sight),
                    LimitTold.of(connection, limit, bucket, sight),
                    freshness.position(),
                    freshness.ageMillis());
        });
    }

    private static List<LimitUsageView.Point> trend(
            Connection connection, LimitTerms limit, @Nullable String bucket, Question question, Sight sight)
            throws SQLException {
        var days = new ArrayList<LocalDate>();
        for (int ago = MONTHS; ago > 0; ago--) {
            days.add(question.asOf().minusMonths(ago).with(TemporalAdjusters.lastDayOfMonth()));
        }
        days.add(question.asOf());
        var onDays = LimitUses.onDays(connection, limit, days, Conditions.of(question, sight));
        var trend = new ArrayList<LimitUsageView.Point>();
        for (int i = 0; i < days.size(); i++) {
            var used = onDays.get(i).entrySet().stream()
                    .filter(use -> bucket == null || bucket.equals(use.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(ZERO, BigDecimal::add);
            trend.add(new LimitUsageView.Point(
                    days.get(i), Sum.plain(used, limit.threshold().currency())));
        }
        return trend;
    }
}
