package io.lodestone.query.comparing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.query.view.Sum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the exposure differs between the ends of two days.
 *
 * @param from         the first of the two days; what took effect on it is in {@code before}
 * @param to           the second
 * @param knownAt      what was recorded up to this moment is in both
 * @param currency     of cells and total
 * @param by           the cut
 * @param cells        those that differ
 * @param total        undivided
 * @param notConverted what differs in other currencies
 * @param position     the next offset to be heard, by topic and partition
 * @param ageMillis    milliseconds since the service was last known to have heard everything
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChangesView(
        LocalDate from,
        LocalDate to,
        Instant knownAt,
        String currency,
        List<String> by,
        List<Change> cells,
        Change total,
        List<Change> notConverted,
        Map<String, Map<Integer, Long>> position,
        @Nullable Long ageMillis) {

    /** A cell on both days, and the difference; rungs may be negative in it. */
    record Change(Sum before, Sum after) {

        boolean isNone() {
            return after.minus(before).isNothing();
        }

        @JsonValue
        ObjectNode json() {
            var json = JsonNodeFactory.instance.objectNode();
            after.labels().forEach(json::put);
            json.set("before", figures(before));
            json.set("after", figures(after));
            json.set("change", figures(after.minus(before)));
            return json;
        }

        private static ObjectNode figures(Sum sum) {
            return new Sum(Map.of(), sum.currency(), sum.measures(), sum.deals()).json();
        }
    }
}
