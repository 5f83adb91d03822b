package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands on a topic: CloudEvents attributes and the data as bytes.
 *
 * @param version counts the subject's facts from 1
 * @param at      when the fact was recorded
 */
public record Envelope(
        String topic,
        UUID id,
        String source,
        String type,
        UUID subject,
        long version,
        Instant at,
        String actor,
        @Nullable String traceparent,
        byte[] data) {

    /** @throws NotAFact when an attribute is missing or not of its form, or the record has no data */
    static Envelope of(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            throw new NotAFact("the record has no data");
        }
        try {
            return new Envelope(
                    message.topic(),
                    UUID.fromString(required(message, "ce_id")),
                    required(message, "ce_source"),
                    required(message, "ce_type"),
                    UUID.fromString(required(message, "ce_subject")),
                    Long.parseLong(required(message, "ce_version")),
                    Instant.parse(required(message, "ce_time")),
                    required(message, "ce_actor"),
                    header(message, "ce_traceparent"),
                    message.value());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new NotAFact("an attribute is not of its form: " + e.getMessage());
        }
    }

    private static String required(ConsumerRecord<String, byte[]> message, String name) {
        var value = header(message, name);
        if (value == null) {
            throw new NotAFact("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
