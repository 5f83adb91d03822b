package io.lodestone.query.concentrating;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.query.view.ConversionView;
import io.lodestone.query.view.Sum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How concentrated the exposure is, rung by rung.
 *
 * @param asOf         what took effect up to this day is in it
 * @param knownAt      what was recorded up to this moment is in it
 * @param currency     of all amounts
 * @param by           what the shares are of
 * @param rungs        those that are not zero
 * @param notConverted what the same question finds in other currencies
 * @param conversion   how amounts came from other currencies; null where they did not
 * @param position     the next offset to be heard, by topic and partition
 * @param ageMillis    milliseconds since the service was last known to have heard everything
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConcentrationView(
        LocalDate asOf,
        Instant knownAt,
        String currency,
        List<String> by,
        List<Rung> rungs,
        List<Sum> notConverted,
        @Nullable ConversionView conversion,
        Map<String, Map<Integer, Long>> position,
        @Nullable Long ageMillis) {

    /**
     * One rung. Shares are in percent, with up to four decimals.
     *
     * @param total           of all parts
     * @param parts           how many there are
     * @param hhi             Herfindahl-Hirschman index, 0 to 10,000; null where a part is below zero
     * @param effectiveNumber as many parts of equal size would be as concentrated
     * @param topShare        of the listed parts together
     * @param top             the largest parts
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Rung(
            String measure,
            String total,
            int parts,
            @Nullable String hhi,
            @Nullable String effectiveNumber,
            @Nullable String topShare,
            List<Part> top) {}

    /** A part: its labels, amount and share. */
    record Part(
            Map<String, @Nullable String> labels,
            String amount,
            @Nullable String share) {

        @JsonValue
        ObjectNode json() {
            var json = JsonNodeFactory.instance.objectNode();
            labels.forEach(json::put);
            return json.put("amount", amount).put("share", share);
        }
    }
}
