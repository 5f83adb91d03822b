package io.lodestone.deals.limit;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Source;
import io.lodestone.deals.deal.Check;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a limit says. The threshold is an amount, or a share of another limit's amount.
 *
 * @param key       what its owner calls it, unique per owner, lower case words with dashes, at most 100 characters
 * @param title     1 to 300 characters
 * @param per       each value of it has a bucket of its own; null for one bucket in all
 * @param rungs     the figures that are added up
 * @param threshold what may be used, per bucket; deals in other currencies are not counted, but shown
 * @param share     percent of what {@code shareOf} allows
 * @param warnAt    percent of the threshold, more than 0 and less than 100, rising
 * @param validFrom first day it is in force
 * @param validTo   last day it is in force, null for ever
 */
public record LimitTerms(
        String key,
        String title,
        Scope scope,
        @Nullable Dimension per,
        List<Rung> rungs,
        @Nullable Money threshold,
        @Nullable Share share,
        @Nullable UUID shareOf,
        List<Share> warnAt,
        Effect effect,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String citation,
        List<Source> sources) {

    private static final int WARNINGS_MAX = 10;
    private static final int SOURCES_MAX = 20;

    /** What happens to an act that would pass the threshold. */
    public enum Effect {
        /** It is refused. */
        BLOCK,
        /** It is done, and a fact says so. */
        WARN
    }

    /** @throws InvalidValue naming the field that is missing or wrong */
    public LimitTerms {
        if (!Check.text("key", key, 100).matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new InvalidValue("key", "must be lower case words and digits with dashes between them");
        }
        Check.text("title", title, 300);
        scope = scope == null ? Scope.ALL : scope;
        rungs = Check.list("rungs", Check.required("rungs", rungs), Rung.values().length);
        if (rungs.isEmpty() || rungs.stream().distinct().count() != rungs.size()) {
            throw new InvalidValue("rungs", "must name at least one rung, and none twice");
        }
        mustHaveOneThreshold(threshold, share, shareOf);
        warnAt = Check.list("warnAt", warnAt == null ? List.of() : warnAt, WARNINGS_MAX);
        mustRise(warnAt);
        Check.required("effect", effect);
        Check.required("validFrom", validFrom);
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new InvalidValue("validTo", "must not be before validFrom, " + validFrom);
        }
        Check.optionalText("citation", citation);
        sources = Check.list("sources", sources == null ? List.of() : sources, SOURCES_MAX);
    }

    private static void mustHaveOneThreshold(@Nullable Money threshold, @Nullable Share share, @Nullable UUID shareOf) {
        if ((threshold == null) == (share == null)) {
            throw new InvalidValue("threshold", "must be given, or share and shareOf, but not both");
        }
        if ((share == null) != (shareOf == null)) {
            throw new InvalidValue("shareOf", "goes with share: the limit whose amount is shared");
        }
        if (threshold != null) {
            threshold.notNegative("threshold");
        }
    }

    private static void mustRise(List<Share> levels) {
        var before = BigDecimal.ZERO;
        for (var level : levels) {
            if (level.percent().compareTo(before) <= 0 || level.percent().compareTo(Share.WHOLE.percent()) >= 0) {
                throw new InvalidValue("warnAt", "must rise, each more than 0 and less than 100");
            }
            before = level.percent();
        }
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** True when a deal cannot be measured without its project. */
    boolean asksForProject() {
        return scope.asksForProject() || per == Dimension.COUNTRY || asksForWeights();
    }

    boolean asksForWeights() {
        return scope.asksForWeights() || per == Dimension.MINERAL || per == Dimension.SEGMENT;
    }

    /** The rungs as one word: {@code UNDRAWN+OUTSTANDING}. */
    public String measure() {
        return String.join("+", rungs.stream().map(Rung::name).toList());
    }
}
