package io.lodestone.testing.chassis;

import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.EventType;
import io.lodestone.contracts.envelope.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A small language of its own, so that the plumbing is tested without business. */
public sealed interface BellEvent extends Event {

    Topic<BellEvent> BELLS = Topic.of("lodestone.stockpiles", "bells", BellEvent.class);

    @EventType("io.lodestone.bells.bell-rung.v1")
    record BellRung(UUID subject, long version, Instant at, LocalDate effectiveOn, int strokes) implements BellEvent {}

    @EventType("io.lodestone.bells.bell-named.v1")
    record BellNamed(UUID subject, long version, Instant at, LocalDate effectiveOn, String name) implements BellEvent {}

    static BellNamed named(UUID bell, long version, String name) {
        return new BellNamed(bell, version, Instant.parse("2026-03-01T12:00:00Z"), LocalDate.parse("2026-03-01"), name);
    }

    static BellRung rung(UUID bell, long version, int strokes) {
        return new BellRung(
                bell, version, Instant.parse("2026-03-01T12:00:00Z"), LocalDate.parse("2026-03-01"), strokes);
    }
}
