package io.lodestone.chassis.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands on a topic: CloudEvents attributes and the data as bytes.
 *
 * @param offset  its place in the partition, from 0
 * @param version counts the subject's facts from 1
 * @param at      when the fact was recorded
 */
public record Envelope(
        String topic,
        int partition,
        long offset,
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
    static Envelope of(Message message) {
        var data = message.data();
        if (data == null) {
            throw new NotAFact("the record has no data");
        }
        try {
            var envelope = new Envelope(
                    message.topic(),
                    message.partition().partition(),
                    message.offset(),
                    UUID.fromString(required(message, "ce_id")),
                    required(message, "ce_source"),
                    required(message, "ce_type"),
                    UUID.fromString(required(message, "ce_subject")),
                    Long.parseLong(required(message, "ce_version")),
                    Instant.parse(required(message, "ce_time")),
                    required(message, "ce_actor"),
                    message.headers().get("ce_traceparent"),
                    data);
            return envelope.checked(message);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new NotAFact("an attribute is not of its form: " + e.getMessage());
        }
    }

    /** Order is kept per key only, so a fact under another key than its subject's has no order. */
    private Envelope checked(Message message) {
        if (version < 1) {
            throw new NotAFact("the version is " + version + ", but versions count from 1");
        }
        if (!subject.toString().equals(message.key())) {
            throw new NotAFact("the record's key is " + message.key() + ", but its subject is " + subject);
        }
        return this;
    }

    private static String required(Message message, String name) {
        var value = message.headers().get(name);
        if (value == null) {
            throw new NotAFact("the header " + name + " is missing");
        }
        return value;
    }
}
