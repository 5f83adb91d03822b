package io.lodestone.chassis.outbox;

/**
 * Who caused a fact and in which trace.
 *
 * @param actor       the caller's {@code sub}, or {@code service:<name>} when a service drew a conclusion
 * @param traceparent W3C trace context
 */
public record Provenance(String actor, String traceparent) {}
