package io.lodestone.query.concentrating;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.query.view.ConversionView;
import io.lodestone.query.view.RungConcentration;
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
        List<RungConcentration> rungs,
        List<Sum> notConverted,
        @Nullable ConversionView conversion,
        Map<String, Map<Integer, Long>> position,
        @Nullable Long ageMillis) {}
