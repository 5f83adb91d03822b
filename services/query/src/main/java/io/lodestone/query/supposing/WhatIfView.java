package io.lodestone.query.supposing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.query.view.ExposureView;
import io.lodestone.query.view.RungConcentration;
import io.lodestone.query.view.Sum;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would be.
 *
 * @param exposure      as it would be
 * @param before        the undivided figure as it is
 * @param concentration over the cut, as it is and as it would be; empty without a cut
 * @param limits        those in force whose use would change, and every one that has a single bucket
 */
record WhatIfView(ExposureView exposure, Sum before, Concentrated concentration, List<Limited> limits) {

    record Concentrated(List<RungConcentration> before, List<RungConcentration> after) {}

    /**
     * A limit, bucket by bucket.
     *
     * @param effect   BLOCK or WARN
     * @param bucket   null for a limit that has one bucket only
     * @param limit    what may be used
     * @param before   what is used
     * @param held     what is reserved for deals that are not approved yet
     * @param after    what would be used
     * @param breached whether {@code after} and {@code held} together are above the limit
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Limited(
            UUID id,
            String key,
            String title,
            String effect,
            String measure,
            String currency,
            @Nullable String bucket,
            String limit,
            String before,
            String held,
            String after,
            boolean breached) {}
}
