package io.lodestone.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.json.EventCodec;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.testing.backbone.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Speaks on a topic of the backbone in another service's place. Returns when the broker has acknowledged. */
public final class TopicSpeaker {

    private static final String ACTOR = "service:test";

    private TopicSpeaker() {}

    /** Says facts as their owner would, in the given order. */
    @SafeVarargs
    public static <E extends Event> void say(Topic<E> topic, E... events) {
        send(Stream.of(events)
                .map(event -> message(topic, UUID.randomUUID(), event))
                .toList());
    }

    /** Says a fact under an id of the caller's, for instance the same fact twice. */
    public static <E extends Event> void say(Topic<E> topic, UUID id, E event) {
        send(List.of(message(topic, id, event)));
    }

    /** Says anything: facts of the future, broken ones, no data at all. */
    public static void say(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] data) {
        send(List.of(message(topic, key, headers, data)));
    }

    private static <E extends Event> ProducerRecord<String, byte[]> message(Topic<E> topic, UUID id, E event) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", topic.source());
        headers.put("ce_type", topic.typeOf(event));
        headers.put("ce_subject", event.subject().toString());
        headers.put("ce_time", event.at().toString());
        headers.put("ce_dataschema", Topic.schemaOf(topic.typeOf(event)));
        headers.put("ce_version", Long.toString(event.version()));
        headers.put("ce_actor", ACTOR);
        headers.put("content-type", "application/json");
        return message(
                topic.name(),
                event.subject().toString(),
                headers,
                EventCodec.data(event).getBytes(UTF_8));
    }

    private static ProducerRecord<String, byte[]> message(
            String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] data) {
        var message = new ProducerRecord<>(topic, key, data);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    private static void send(List<ProducerRecord<String, byte[]>> messages) {
        try (var producer = new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer())) {
            var sent = messages.stream().map(producer::send).toList();
            for (var one : sent) {
                one.get(20, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while speaking", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("could not speak: " + e.getMessage(), e);
        }
    }

    /** An envelope around {@code event} as it would come off the topic, for tests without a broker. */
    public static <E extends Event> Envelope envelope(Topic<E> topic, E event) {
        return new Envelope(
                topic.name(),
                0,
                event.version() - 1,
                UUID.nameUUIDFromBytes((event.subject() + " " + event.version()).getBytes(UTF_8)),
                topic.source(),
                topic.typeOf(event),
                event.subject(),
                event.version(),
                event.at(),
                ACTOR,
                null,
                EventCodec.data(event).getBytes(UTF_8));
    }

    private static Map<String, Object> config() {
        return Map.of(
                "bootstrap.servers",
                Setting.KAFKA.value(),
                "acks",
                "all",
                "max.block.ms",
                "5000",
                "max.request.size",
                "1100000");
    }
}
