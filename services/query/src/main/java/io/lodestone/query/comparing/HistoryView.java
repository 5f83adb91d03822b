package io.lodestone.query.comparing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.query.view.Sum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the exposure went, day by day of those asked for.
 *
 * @param step      from one point to the next
 * @param knownAt   what was recorded up to this moment is in every point
 * @param currency  of all amounts
 * @param by        the cut
 * @param points    in the order of their days
 * @param position  the next offset to be heard, by topic and partition
 * @param ageMillis milliseconds since the service was last known to have heard everything
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record HistoryView(
        String step,
        Instant knownAt,
        String currency,
        List<String> by,
        List<Point> points,
        Map<String, Map<Integer, Long>> position,
        @Nullable Long ageMillis) {

    /** The exposure at the end of a day. */
    record Point(LocalDate asOf, List<Sum> cells, Sum total) {}
}
