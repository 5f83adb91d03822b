package io.lodestone.query.view;

import static java.math.BigDecimal.ZERO;
import static java.math.RoundingMode.HALF_EVEN;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.query.limit.LimitTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far one bucket of a limit is used, as the caller may see it: deals it may not see are in no figure.
 *
 * @param owner     the agency that set it, null for a statutory limit
 * @param effect    BLOCK or WARN
 * @param measure   the rungs that are added up, such as UNDRAWN+OUTSTANDING
 * @param inForce   today
 * @param bucket    null for a limit that has one bucket only
 * @param held      reserved for deals that are not approved yet
 * @param headroom  threshold less used less held; negative where there is none
 * @param usedShare used and held in percent of the threshold; null for a threshold of zero
 * @param breached  whether used alone is above the threshold
 * @param warnAt    percent of the threshold
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LimitUse(
        UUID id,
        String key,
        String title,
        @Nullable String owner,
        String effect,
        String measure,
        boolean inForce,
        String currency,
        @Nullable String bucket,
        String threshold,
        String used,
        String held,
        String headroom,
        @Nullable String usedShare,
        boolean breached,
        List<String> warnAt,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String citation) {

    private static final int SHARE_DECIMALS = 2;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    public LimitUse {
        warnAt = List.copyOf(warnAt);
    }

    public static LimitUse of(LimitTerms limit, String bucket, BigDecimal used, BigDecimal held, LocalDate today) {
        var threshold = limit.threshold().amount();
        var currency = limit.threshold().currency();
        return new LimitUse(
                limit.id(),
                limit.key(),
                limit.title(),
                limit.owner(),
                limit.effect(),
                limit.measure(),
                limit.inForceOn(today),
                currency,
                bucket.isEmpty() ? null : bucket,
                Sum.plain(threshold, currency),
                Sum.plain(used, currency),
                Sum.plain(held, currency),
                Sum.plain(threshold.subtract(used).subtract(held), currency),
                share(used.add(held), threshold),
                used.compareTo(threshold) > 0,
                limit.warnAt().stream()
                        .map(level -> level.percent().stripTrailingZeros().toPlainString())
                        .toList(),
                limit.validFrom(),
                limit.validTo(),
                limit.citation());
    }

    private static @Nullable String share(BigDecimal amount, BigDecimal threshold) {
        return threshold.signum() == 0
                ? null
                : amount.multiply(PERCENT)
                        .divide(threshold, SHARE_DECIMALS, HALF_EVEN)
                        .toPlainString();
    }

    /** Anything used of a threshold of zero is as near as can be. */
    public BigDecimal nearness() {
        if (usedShare != null) {
            return new BigDecimal(usedShare);
        }
        return new BigDecimal(used).add(new BigDecimal(held)).signum() > 0 ? BigDecimal.valueOf(Long.MAX_VALUE) : ZERO;
    }
}
