package io.lodestone.testing;

import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.EventType;
import io.lodestone.contracts.envelope.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A small language of its own, so that these tests know no business. */
sealed interface LampEvent extends Event {

    Topic<LampEvent> LAMPS = Topic.of("lodestone.exposure", "lamps", LampEvent.class);

    /** @param brightness after the fact, in percent */
    @EventType("io.lodestone.lamps.lamp-dimmed.v1")
    record LampDimmed(UUID subject, long version, Instant at, LocalDate effectiveOn, int brightness)
            implements LampEvent {}

    static LampDimmed dimmed(UUID lamp, long version, int brightness) {
        return new LampDimmed(
                lamp, version, Instant.parse("2026-03-01T12:00:00Z"), LocalDate.parse("2026-03-01"), brightness);
    }
}
