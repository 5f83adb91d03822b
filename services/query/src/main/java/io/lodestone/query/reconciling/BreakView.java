package io.lodestone.query.reconciling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lodestone.contracts.exposure.BreakPlace;
import io.lodestone.contracts.exposure.Discrepancy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A break that is not resolved.
 *
 * @param placeKey    tells places of one kind apart
 * @param differences as the last run found them
 * @param detectedIn  the run that found it first
 */
record BreakView(
        UUID id,
        String kind,
        @JsonIgnore String placeKey,
        BreakPlace place,
        List<Discrepancy> differences,
        @Nullable String reason,
        UUID detectedIn,
        Instant detectedAt) {}
