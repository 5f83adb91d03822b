package io.lodestone.deals.limit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an approval would mean for one bucket of one limit. Amounts are in the limit's currency.
 *
 * @param bucket    which one, for a limit that is held per obligor, country and so on
 * @param measure   the rungs that are added up
 * @param limit     what may be used
 * @param used      what deals use now
 * @param held      what is reserved for other deals
 * @param requested how much more this deal would use; zero when the limit does not count its currency
 * @param after     used and held and requested
 * @param breached  true when that is more than the limit, and the limit is in force
 * @param counted   false when the deal is in another currency than the limit
 */
public record LimitCheck(
        UUID id,
        String key,
        String title,
        @Nullable String citation,
        @Nullable String bucket,
        String measure,
        String effect,
        String currency,
        BigDecimal limit,
        BigDecimal used,
        BigDecimal held,
        BigDecimal requested,
        BigDecimal after,
        boolean breached,
        boolean counted) {

    static LimitCheck of(Gauge gauge, Bucket bucket, String currency, LocalDate day) {
        var terms = gauge.terms();
        var use = bucket.before(gauge);
        var held = bucket.heldAfter();
        var after = bucket.usedAfter().add(held);
        return new LimitCheck(
                gauge.id(),
                terms.key(),
                terms.title(),
                terms.citation(),
                use.bucket(),
                terms.measure(),
                terms.effect().name(),
                use.currency(),
                use.threshold(),
                use.used(),
                held,
                bucket.more(),
                after,
                terms.inForceOn(day) && gauge.isExceededBy(after),
                gauge.counts(currency));
    }
}
