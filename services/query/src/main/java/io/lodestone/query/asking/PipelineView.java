package io.lodestone.query.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.view.Sum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is offered and binds nobody: deals before their approval, at their headline. Kept apart from the exposure.
 *
 * @param asOf         what took effect up to this day is in it
 * @param knownAt      what was recorded up to this moment is in it
 * @param currency     of cells and total
 * @param by           the cut
 * @param cells        without those that are empty
 * @param total        of all cells, each deal counted once
 * @param notConverted what the same question finds in other currencies
 * @param position     the next offset to be heard, by topic and partition
 * @param ageMillis    milliseconds since the service was last known to have heard everything
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PipelineView(
        LocalDate asOf,
        Instant knownAt,
        String currency,
        List<String> by,
        List<Offers> cells,
        Offers total,
        List<Offers> notConverted,
        Map<String, Map<Integer, Long>> position,
        @Nullable Long ageMillis) {

    /** One rung, so that nobody takes an offer for a promise. */
    record Offers(Sum sum) {

        static Offers of(Sum sum) {
            return new Offers(sum);
        }

        @JsonValue
        ObjectNode json() {
            var json = JsonNodeFactory.instance.objectNode();
            sum.labels().forEach(json::put);
            return json.put(Measure.PIPELINE.field(), Sum.plain(sum.measures().of(Measure.PIPELINE), sum.currency()))
                    .put("deals", sum.deals());
        }
    }
}
