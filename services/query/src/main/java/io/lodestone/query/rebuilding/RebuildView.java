package io.lodestone.query.rebuilding;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as it stands.
 *
 * @param generation  the set of tables it fills
 * @param attempt     2 or 3 when it was gone on with after the service that made it was killed
 * @param toHear      records on the topics up to where the live model stood when it began
 * @param heard       how many of them are folded
 * @param perSecond   records folded per second, since it was last gone on with
 * @param secondsLeft at that rate, null before the first ones
 * @param position    topic to partition to the offset it is built up to
 * @param differences how many of 64 buckets of deals differ, which deals, which cells with their sums on both sides
 * @param detail      why it failed
 * @param decidedBy   who accepted a difference, or went back
 */
record RebuildView(
        UUID id,
        @Nullable Integer generation,

        @Schema(enumeration = {"RUNNING", "DIFFERENT", "SWAPPED", "ROLLED_BACK", "FAILED", "INTERRUPTED"})
        String status,

        Instant begunAt,
        String begunBy,
        int attempt,
        @Nullable Instant endedAt,
        long toHear,
        long heard,
        long perSecond,
        @Nullable Long secondsLeft,
        @JsonRawValue String position,
        @JsonRawValue @Nullable String differences,
        @Nullable String detail,
        @Nullable String decidedBy,
        @Nullable String reason) {

    static long perSecond(Instant from, Instant until, long heard) {
        return heard * 1_000 / Math.max(1, Duration.between(from, until).toMillis());
    }
}
