package io.lodestone.deals.limit;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.projects.Split;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A limit as something that measures: what a deal uses of it, and what a use means. Nothing here changes.
 *
 * @param owner     the agency that set it, null for a statutory limit
 * @param threshold what may be used, per bucket, with a share already reckoned
 */
public record Gauge(UUID id, @Nullable String owner, LimitTerms terms, Money threshold) {

    /** The bucket of a limit that has one only. */
    static final String WHOLE = "";

    /**
     * What a deal uses, per bucket, in the deal's currency; buckets that it does not use are left out.
     *
     * @param place asked only when the limit cannot tell without the project
     */
    Map<String, BigDecimal> measure(@Nullable Standing deal, Supplier<Place> place) {
        if (deal == null || !scope().admits(deal)) {
            return Map.of();
        }
        var uses = new TreeMap<String, BigDecimal>();
        if (!terms.asksForProject()) {
            terms.rungs().forEach(rung -> add(uses, bucket(deal, null, null), rung.in(deal.figures())));
            return uses;
        }
        var project = place.get();
        if (!scope().admits(project.country())) {
            return Map.of();
        }
        if (!terms.asksForWeights()) {
            terms.rungs().forEach(rung -> add(uses, bucket(deal, project, null), rung.in(deal.figures())));
            return uses;
        }
        terms.rungs().forEach(rung -> divide(uses, deal, project, rung.in(deal.figures())));
        return uses;
    }

    /** Each rung is divided for itself, over minerals and segments at once, as whoever adds up exposure does it. */
    private void divide(Map<String, BigDecimal> uses, Standing deal, Place project, BigDecimal amount) {
        if (amount.signum() == 0) {
            return;
        }
        var parts = project.split().parts();
        var shares = project.split().shares(amount, Money.minorDigits(deal.currency()));
        for (int i = 0; i < parts.size(); i++) {
            if (scope().admits(parts.get(i))) {
                add(uses, bucket(deal, project, parts.get(i)), shares.get(i));
            }
        }
    }

    private static void add(Map<String, BigDecimal> uses, String bucket, BigDecimal amount) {
        if (amount.signum() != 0) {
            uses.merge(bucket, amount, BigDecimal::add);
        }
    }

    private String bucket(Standing deal, @Nullable Place project, Split.@Nullable Part part) {
        return switch (terms.per()) {
            case null -> WHOLE;
            case AGENCY -> deal.agency();
            case INSTRUMENT -> deal.offer().instrument().name();
            case PROGRAM -> deal.program();
            case OBLIGOR -> deal.obligor();
            case COUNTRY -> project == null ? Split.UNKNOWN : project.country();
            case MINERAL -> part == null ? Split.UNKNOWN : part.mineral();
            case SEGMENT -> part == null ? Split.UNKNOWN : part.segment();
        };
    }

    private Scope scope() {
        return terms.scope();
    }

    /** True when the same deals use the same of it, so that nothing has to be counted anew. */
    boolean measuresLike(Gauge other) {
        return scope().equals(other.scope())
                && terms.per() == other.terms.per()
                && terms.rungs().equals(other.terms.rungs())
                && counts(other.threshold.currency());
    }

    /** A deal in another currency is on record and in no sum. */
    boolean counts(String currency) {
        return threshold.currency().equals(currency);
    }

    boolean isExceededBy(BigDecimal amount) {
        return amount.compareTo(threshold.amount()) > 0;
    }

    boolean blocksOn(LocalDate day) {
        return terms.effect() == LimitTerms.Effect.BLOCK && terms.inForceOn(day);
    }

    /** The highest level that {@code used} has reached on that day, in percent; 100 is past the threshold, 0 is none. */
    BigDecimal level(BigDecimal used, LocalDate day) {
        if (!terms.inForceOn(day) || used.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        if (isExceededBy(used)) {
            return Share.WHOLE.percent();
        }
        return terms.warnAt().stream()
                .map(Share::percent)
                .filter(level ->
                        used.movePointRight(2).compareTo(threshold.amount().multiply(level)) >= 0)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** All its levels, rising, the threshold itself last. */
    List<BigDecimal> levels() {
        return Stream.concat(terms.warnAt().stream().map(Share::percent), Stream.of(Share.WHOLE.percent()))
                .toList();
    }

    /** A share of an amount, in whole minor units, never more than the share. */
    static Money share(Share share, Money of) {
        var digits = Money.minorDigits(of.currency());
        var amount = of.amount().multiply(share.percent()).movePointLeft(2).setScale(digits, RoundingMode.DOWN);
        return new Money(amount, of.currency());
    }
}
