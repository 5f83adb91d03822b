package io.lodestone.query.limiting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.query.view.LimitUse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far limits are used.
 *
 * @param asOf      the day
 * @param items     bucket by bucket, the nearest to its threshold first
 * @param position  the next offset to be heard, by topic and partition
 * @param ageMillis milliseconds since the service was last known to have heard everything
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LimitUsageView(
        LocalDate asOf,
        List<LimitUse> items,
        Map<String, Map<Integer, Long>> position,
        @Nullable Long ageMillis) {

    /**
     * One limit, with what makes its use and how that went.
     *
     * @param buckets      the nearest to the threshold first
     * @param contributors the largest 100 deals
     * @param holds        of the deals that the caller may see, those that end first
     * @param trend        the use at the end of each of the last twelve months and today, summed over the buckets asked for
     * @param told         the newest 100 facts about its use, as the deals service told them
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OfOne(
            LocalDate asOf,
            List<LimitUse> buckets,
            List<Contributor> contributors,
            List<Hold> holds,
            List<Point> trend,
            List<Told> told,
            Map<String, Map<Integer, Long>> position,
            @Nullable Long ageMillis) {}

    /** @param amount what the deal uses, in the limit's currency */
    record Contributor(UUID dealId, String reference, String agency, String obligor, String amount) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Hold(UUID holdId, UUID dealId, @Nullable String bucket, String amount, LocalDate expiresOn) {}

    record Point(LocalDate asOf, String used) {}

    /** @param level in percent of the threshold, where the fact names one */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            UUID id,
            String type,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Nullable String bucket,
            String threshold,
            String used,
            String held,
            @Nullable String level) {}
}
