package io.lodestone.query.explaining;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.query.view.ConversionView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what it is made of. {@code figure = sum of contributions + rest + residual}, and the residual is zero.
 *
 * @param asOf          what took effect up to this day is in it
 * @param knownAt       what was recorded up to this moment is in it
 * @param currency      of all amounts
 * @param measure       the rung
 * @param figure        as the exposure tells it
 * @param contributions deal by deal, the largest first
 * @param rest          of the deals that are not listed, because there are more than the limit
 * @param residual      what is left unexplained
 * @param conversion    how amounts came from other currencies; null where they did not
 * @param position      the next offset to be heard, by topic and partition
 * @param ageMillis     milliseconds since the service was last known to have heard everything
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Explanation(
        LocalDate asOf,
        Instant knownAt,
        String currency,
        String measure,
        String figure,
        List<Contribution> contributions,
        Rest rest,
        String residual,
        @Nullable ConversionView conversion,
        Map<String, Map<Integer, Long>> position,
        @Nullable Long ageMillis) {

    /**
     * What one deal gives to the figure.
     *
     * @param reference the agency's own
     * @param weight    the share of the deal that the question is about, in percent; null where the deal is at zero
     * @param rate      what one unit of the deal's currency is carried at; null where that is the question's own
     * @param amount    in the question's currency
     * @param currency  the deal's own, of the events
     * @param events    the facts of the deal or of its project that moved it, in the order they took effect
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Contribution(
            UUID dealId,
            String reference,
            @Nullable String weight,
            @Nullable String rate,
            String amount,
            String currency,
            List<Cause> events) {}

    /**
     * A fact and by how much it moved the contribution.
     *
     * @param id     of the fact
     * @param type   its CloudEvents type
     * @param amount in the deal's own currency
     */
    record Cause(UUID id, String type, LocalDate effectiveOn, Instant recordedAt, String amount) {}

    /** @param deals how many */
    record Rest(long deals, String amount) {}
}
