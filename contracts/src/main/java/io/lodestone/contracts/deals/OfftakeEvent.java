package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.EventType;
import io.lodestone.contracts.envelope.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything the deals service tells the world about offtake agreements. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface OfftakeEvent extends Event {

    Topic<OfftakeEvent> OFFTAKES = Topic.of("lodestone.offtakes", "deals", OfftakeEvent.class);

    /** The agreement after the fact; flat in the data. */
    @JsonUnwrapped
    OfftakeProfile offtake();

    /** Buyer and seller negotiate. */
    @EventType("io.lodestone.offtakes.offtake-proposed.v1")
    record OfftakeProposed(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake,
            @Nullable List<Source> sources)
            implements OfftakeEvent {}

    /** The agreement is signed. */
    @EventType("io.lodestone.offtakes.offtake-signed.v1")
    record OfftakeSigned(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake) implements OfftakeEvent {}

    /** Deliveries are due from now on. */
    @EventType("io.lodestone.offtakes.offtake-in-force.v1")
    record OfftakeInForce(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake) implements OfftakeEvent {}

    /** Terms changed; {@code changed} names the fields, whose values after it stand in the data. */
    @EventType("io.lodestone.offtakes.offtake-amended.v1")
    record OfftakeAmended(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake,
            List<String> changed,
            String reason)
            implements OfftakeEvent {}

    /**
     * A delivery, told by one of the two sides. {@code delivered} and {@code received} are what the seller and the
     * buying stockpile reported in all, after it; {@code tonnes} is negative when an earlier report is corrected.
     */
    @EventType("io.lodestone.offtakes.offtake-delivered.v1")
    record OfftakeDelivered(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake,
            Tonnes tonnes,
            LocalDate deliveredOn,
            String reportedBy,
            Tonnes delivered,
            @Nullable Tonnes received,
            @Nullable UUID lotId,
            @Nullable String reason)
            implements OfftakeEvent {}

    /** One side says that the other broke the agreement. */
    @EventType("io.lodestone.offtakes.offtake-disputed.v1")
    record OfftakeDisputed(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake,
            String reason,
            LocalDate cureBy)
            implements OfftakeEvent {}

    /** There is more time to end the dispute. */
    @EventType("io.lodestone.offtakes.offtake-cure-extended.v1")
    record OfftakeCureExtended(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake,
            LocalDate cureBy,
            LocalDate previousCureBy,
            String reason)
            implements OfftakeEvent {}

    /** The dispute is over, the agreement goes on. */
    @EventType("io.lodestone.offtakes.offtake-cured.v1")
    record OfftakeCured(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake,
            @Nullable String note)
            implements OfftakeEvent {}

    /** Everything that was agreed is delivered and paid. */
    @EventType("io.lodestone.offtakes.offtake-fulfilled.v1")
    record OfftakeFulfilled(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake) implements OfftakeEvent {}

    /** The agreement ended before its term. */
    @EventType("io.lodestone.offtakes.offtake-terminated.v1")
    record OfftakeTerminated(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake,
            String reason)
            implements OfftakeEvent {}

    /** The negotiation ended without an agreement. */
    @EventType("io.lodestone.offtakes.offtake-abandoned.v1")
    record OfftakeAbandoned(
            UUID subject,
            long version,
            Instant at,
            LocalDate effectiveOn,
            @JsonUnwrapped OfftakeProfile offtake,
            String reason)
            implements OfftakeEvent {}
}
