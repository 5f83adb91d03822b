package io.lodestone.contracts.limits;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.EventType;
import io.lodestone.contracts.envelope.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the deals service tells the world about limits on exposure. A limit adds up chosen rungs of the deals in
 * its scope, in one currency.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface LimitEvent extends Event {

    Topic<LimitEvent> LIMITS = Topic.of("lodestone.limits", "deals", LimitEvent.class);

    /** The limit; flat in the data. */
    @JsonUnwrapped
    LimitProfile limit();

    /** A limit is in the books, or says something else than before. */
    @EventType("io.lodestone.limits.limit-set.v1")
    record LimitSet(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped LimitProfile limit,
            LimitScope scope,
            @Nullable String per,
            List<String> rungs,
            Money threshold,
            @Nullable Share share,
            @Nullable UUID shareOf,
            List<Share> warnAt,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String citation,
            List<Source> sources)
            implements LimitEvent {}

    /** Headroom is reserved for a deal up to a day; its approval spends it. */
    @EventType("io.lodestone.limits.headroom-held.v1")
    record HeadroomHeld(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped LimitProfile limit,
            LimitUse use,
            UUID dealId,
            UUID holdId,
            Money amount,
            LocalDate expiresOn)
            implements LimitEvent {}

    /** Headroom is reserved no more. {@code why} SPENT, RELEASED, EXPIRED, REPLACED or ENDED, with the deal. */
    @EventType("io.lodestone.limits.headroom-released.v1")
    record HeadroomReleased(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped LimitProfile limit,
            LimitUse use,
            UUID dealId,
            UUID holdId,
            Money amount,
            String why)
            implements LimitEvent {}

    /** The use reached a warning level. Said once until it was cleared. */
    @EventType("io.lodestone.limits.limit-approached.v1")
    record LimitApproached(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped LimitProfile limit,
            LimitUse use,
            Share level)
            implements LimitEvent {}

    /** The use passed the threshold. Said once until it was cleared. */
    @EventType("io.lodestone.limits.limit-breached.v1")
    record LimitBreached(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped LimitProfile limit,
            LimitUse use)
            implements LimitEvent {}

    /** The use fell back under a level that it had reached; {@code level} 100 is the threshold itself. */
    @EventType("io.lodestone.limits.limit-cleared.v1")
    record LimitCleared(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped LimitProfile limit,
            LimitUse use,
            Share level)
            implements LimitEvent {}
}
