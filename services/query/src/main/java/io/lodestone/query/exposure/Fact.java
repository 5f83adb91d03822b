package io.lodestone.query.exposure;

import io.lodestone.contracts.envelope.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What every fact has, whatever it says.
 *
 * @param subject     the deal or project
 * @param version     counts the subject's facts from 1
 * @param id          the fact's own id
 * @param type        the CloudEvents type
 * @param effectiveOn the day it took effect in the world
 * @param recordedAt  when it was recorded
 */
public record Fact(UUID subject, long version, UUID id, String type, LocalDate effectiveOn, Instant recordedAt) {

    static Fact of(UUID id, String type, Event event) {
        return new Fact(event.subject(), event.version(), id, type, event.effectiveOn(), event.at());
    }

    Fact recordedAt(Instant moment) {
        return new Fact(subject, version, id, type, effectiveOn, moment);
    }
}
