package io.lodestone.chassis.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
        var partition = message.partition();
        return of(
                partition.topic(),
                partition.partition(),
                message.offset(),
                message.data(),
                name -> message.headers().get(name),
                message.key());
    }

    /** As {@link #of(Message)}, without looking at what is no attribute. */
    static Envelope of(ConsumerRecord<String, byte[]> taken) {
        return of(
                taken.topic(),
                taken.partition(),
                taken.offset(),
                taken.value(),
                name -> header(taken, name),
                taken.key());
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> taken, String name) {
        var header = taken.headers().lastHeader(name);
        return header == null ? null : Message.text(header);
    }

    /** An attribute by its name. */
    @FunctionalInterface
    private interface Attributes {
        @Nullable
        String named(String name);
    }

    private static Envelope of(
            String topic,
            int partition,
            long offset,
            byte @Nullable [] data,
            Attributes attributes,
            @Nullable String key) {
        if (data == null) {
            throw new NotAFact("the record has no data");
        }
        try {
            var envelope = new Envelope(
                    topic,
                    partition,
                    offset,
                    UUID.fromString(required(attributes, "ce_id")),
                    required(attributes, "ce_source"),
                    required(attributes, "ce_type"),
                    UUID.fromString(required(attributes, "ce_subject")),
                    Long.parseLong(required(attributes, "ce_version")),
                    Moment.parse(required(attributes, "ce_time")),
                    required(attributes, "ce_actor"),
                    attributes.named("ce_traceparent"),
                    data);
            return envelope.checked(key);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new NotAFact("an attribute is not of its form: " + e.getMessage());
        }
    }

    /** Order is kept per key only, so a fact under another key than its subject's has no order. */
    private Envelope checked(@Nullable String key) {
        if (version < 1) {
            throw new NotAFact("the version is " + version + ", but versions count from 1");
        }
        if (!subject.toString().equals(key)) {
            throw new NotAFact("the record's key is " + key + ", but its subject is " + subject);
        }
        return this;
    }

    private static String required(Attributes attributes, String name) {
        var value = attributes.named(name);
        if (value == null) {
            throw new NotAFact("the header " + name + " is missing");
        }
        return value;
    }
}
