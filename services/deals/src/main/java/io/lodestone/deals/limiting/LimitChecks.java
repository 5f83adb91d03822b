package io.lodestone.deals.limiting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lodestone.chassis.http.Versioned;
import io.lodestone.deals.limit.LimitCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What limits say to an approval.
 *
 * @param id        the deal's
 * @param version   the deal's, which a check leaves as it is
 * @param expiresOn last day of the hold
 */
record LimitChecks(
        @JsonIgnore UUID id,
        @JsonIgnore long version,
        List<LimitCheck> limits,
        @Nullable UUID holdId,
        @Nullable LocalDate expiresOn)
        implements Versioned {}
