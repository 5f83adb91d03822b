package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.EventType;
import io.lodestone.contracts.envelope.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

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
            @JsonUnwrapped OfftakeProfile offtake) implements OfftakeEvent {}

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
