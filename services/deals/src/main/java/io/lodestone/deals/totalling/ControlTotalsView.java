package io.lodestone.deals.totalling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.chassis.http.Versioned;
import io.lodestone.contracts.deals.ControlTotals;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run.
 *
 * @param takenBy the caller, or {@code service:deals} on schedule
 * @param parts   how many facts it wrote, one into each partition of the topic
 * @param lines   what all deals add up to, over all parts; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ControlTotalsView(
        UUID id,
        Instant takenAt,
        String takenBy,
        int parts,
        @Nullable List<ControlTotals.Line> lines) implements Versioned {

    /** A run never changes, so it is not shown. */
    @Override
    @JsonIgnore
    public long version() {
        return 1;
    }
}
