package io.lodestone.deals.limiting;

import io.lodestone.chassis.http.Versioned;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Source;
import io.lodestone.deals.limit.Dimension;
import io.lodestone.deals.limit.Gauge;
import io.lodestone.deals.limit.LimitTerms.Effect;
import io.lodestone.deals.limit.Rung;
import io.lodestone.deals.limit.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit and how far it is used, as a caller sees it: deals it may not see are in no figure.
 *
 * @param owner     the agency that set it; null for a statutory limit
 * @param threshold what may be used, per bucket, with a share already reckoned
 * @param uses      the most used buckets first, at most 100; those that nothing is in are left out
 * @param uncounted deals in scope in other currencies, which are in no sum; on single reads only
 */
record LimitView(
        UUID id,
        String key,
        String title,
        boolean statutory,
        @Nullable String owner,
        Scope scope,
        @Nullable Dimension per,
        List<Rung> rungs,
        String measure,
        Money threshold,
        @Nullable Share share,
        @Nullable UUID shareOf,
        List<Share> warnAt,
        Effect effect,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String citation,
        List<Source> sources,
        List<Use> uses,
        @Nullable List<Uncounted> uncounted,
        long version)
        implements Versioned {

    /**
     * One bucket, in the threshold's currency.
     *
     * @param headroom threshold less used less held; negative when there is none
     */
    record Use(@Nullable String bucket, BigDecimal used, BigDecimal held, BigDecimal headroom) {}

    /** @param amount the sum of the limit's rungs over these deals */
    record Uncounted(String currency, BigDecimal amount, long deals) {}

    static LimitView of(Gauge gauge, long version, List<Use> uses, @Nullable List<Uncounted> uncounted) {
        var terms = gauge.terms();
        return new LimitView(
                gauge.id(),
                terms.key(),
                terms.title(),
                gauge.owner() == null,
                gauge.owner(),
                terms.scope(),
                terms.per(),
                terms.rungs(),
                terms.measure(),
                gauge.threshold(),
                terms.share(),
                terms.shareOf(),
                terms.warnAt(),
                terms.effect(),
                terms.validFrom(),
                terms.validTo(),
                terms.citation(),
                terms.sources(),
                uses,
                uncounted,
                version);
    }
}
