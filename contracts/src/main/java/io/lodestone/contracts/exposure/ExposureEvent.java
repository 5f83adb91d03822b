package io.lodestone.contracts.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.EventType;
import io.lodestone.contracts.envelope.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the query service tells the world about its own figures: that some are found wrong, that they are right again, that
 * the read model was replaced. The subject is the break, or the rebuild.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ExposureEvent extends Event {

    Topic<ExposureEvent> EXPOSURE = Topic.of("lodestone.exposure", "query", ExposureEvent.class);

    /** A reconciliation found figures that are not what they have to be. Said once until it is resolved. */
    @EventType("io.lodestone.exposure.exposure-break-detected.v1")
    record ExposureBreakDetected(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped BreakPlace place,
            UUID runId,
            List<Discrepancy> differences,
            @Nullable String reason)
            implements ExposureEvent {}

    /** A later reconciliation found the same place in order. */
    @EventType("io.lodestone.exposure.exposure-break-resolved.v1")
    record ExposureBreakResolved(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped BreakPlace place,
            UUID runId) implements ExposureEvent {}

    /** Another generation of the read model answers from now on. {@code why} EQUAL, ACCEPTED or ROLLED_BACK. */
    @EventType("io.lodestone.exposure.read-model-swapped.v1")
    record ReadModelSwapped(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            int generation,
            int former,
            String why,
            @Nullable String reason)
            implements ExposureEvent {}
}
