package io.lodestone.query.limit;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.limits.LimitEvent.LimitSet;
import io.lodestone.contracts.limits.LimitScope;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit as its newest fact has it, as far as it takes to measure and show its use.
 *
 * @param owner     null for a statutory limit
 * @param agency    the only agency whose deals it counts, null when it counts those of several
 * @param effect    BLOCK or WARN
 * @param per       each value of it has a bucket of its own; null for one bucket in all
 * @param rungs     the rungs that are added up, as the fact names them
 * @param threshold what may be used, per bucket
 * @param warnAt    percent of the threshold
 * @param validTo   last day it is in force, null for ever
 */
public record LimitTerms(
        UUID id,
        String key,
        String title,
        @Nullable String owner,
        @Nullable String agency,
        String effect,
        LimitScope scope,
        @Nullable String per,
        List<String> rungs,
        Money threshold,
        List<Share> warnAt,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String citation) {

    public LimitTerms {
        rungs = List.copyOf(rungs);
        warnAt = List.copyOf(warnAt);
    }

    public static LimitTerms of(LimitSet set) {
        var limit = set.limit();
        return new LimitTerms(
                set.subject(),
                limit.key(),
                limit.title(),
                limit.owner(),
                limit.agency(),
                limit.effect(),
                set.scope(),
                set.per(),
                set.rungs(),
                set.threshold(),
                set.warnAt(),
                set.validFrom(),
                set.validTo(),
                set.citation());
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The rungs as one word: {@code UNDRAWN+OUTSTANDING}. */
    public String measure() {
        return String.join("+", rungs);
    }

    /** The bucket in which an amount there counts; nothing when it does not. */
    public Optional<String> bucket(LimitPlace place) {
        return admits(place) ? Optional.of(place.valueOf(per)) : Optional.empty();
    }

    /** What counts of a vector of rungs. The deals service adds these rungs up, because value moves from one to the next. */
    public BigDecimal count(Measures amounts) {
        return Arrays.stream(Measure.values())
                .filter(measure -> rungs.contains(measure.name()))
                .map(amounts::of)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean admits(LimitPlace place) {
        return place.currency().equals(threshold.currency())
                && any(scope.agencies(), place.agency())
                && any(scope.instruments(), place.instrument())
                && any(scope.programs(), place.program())
                && any(scope.countries(), place.country())
                && any(scope.minerals(), place.mineral())
                && any(scope.segments(), place.segment())
                && (scope.obligors().isEmpty() || place.isOwedByAny(scope.obligors()));
    }

    private static boolean any(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
