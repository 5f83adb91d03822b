package io.lodestone.deals.limit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Headroom that is reserved for a deal.
 *
 * @param releaseClass the deal's
 * @param expiresOn    the last day it counts (UTC); after it, it counts no more, whether or not anybody has cleaned up
 * @param amounts      per bucket, in the limit's currency
 */
record Hold(UUID id, UUID deal, String releaseClass, LocalDate expiresOn, Map<Bucket.Key, BigDecimal> amounts) {

    /** How a reservation ends. */
    enum End {
        /** Its deal was approved. */
        SPENT,
        /** Somebody gave it up. */
        RELEASED,
        /** Its last day is over. */
        EXPIRED,
        /** Another one for the same deal took its place. */
        REPLACED,
        /** Its deal was declined or cancelled. */
        ENDED
    }

    Set<UUID> limits() {
        return amounts.keySet().stream().map(Bucket.Key::limit).collect(Collectors.toSet());
    }

    boolean isOverOn(LocalDate day) {
        return day.isAfter(expiresOn);
    }
}
