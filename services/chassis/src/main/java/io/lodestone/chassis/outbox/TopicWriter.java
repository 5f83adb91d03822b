package io.lodestone.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.contracts.envelope.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes facts to their topics as CloudEvents in Kafka's binary mode, acknowledged by all replicas. */
final class TopicWriter implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    /**
     * The producer never gives a record up on its own (delivery timeout without end): were it to drop version 1 and go
     * on with version 2, order would break. The relay stops waiting instead, and closes it.
     */
    TopicWriter(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns when every fact is acknowledged; false when {@code stopping} came first. */
    boolean write(List<RecordedFact> facts, BooleanSupplier stopping) throws ExecutionException, InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(facts.size());
        for (var fact : facts) {
            sent.add(producer.send(message(fact)));
        }
        for (var acknowledgement : sent) {
            while (!acknowledged(acknowledgement)) {
                if (stopping.getAsBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean acknowledged(Future<RecordMetadata> sent) throws ExecutionException, InterruptedException {
        try {
            sent.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false; // the broker is away; the producer goes on trying
        }
    }

    private static ProducerRecord<String, byte[]> message(RecordedFact fact) {
        var message = new ProducerRecord<>(
                fact.topic(), fact.subject().toString(), fact.data().getBytes(UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", fact.id().toString());
        header(message, "ce_source", fact.source());
        header(message, "ce_type", fact.type());
        header(message, "ce_subject", fact.subject().toString());
        header(message, "ce_time", fact.at().toString());
        header(message, "ce_dataschema", Topic.schemaOf(fact.type()));
        header(message, "ce_version", Long.toString(fact.version()));
        header(message, "ce_actor", fact.provenance().actor());
        header(message, "ce_traceparent", fact.provenance().traceparent());
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
