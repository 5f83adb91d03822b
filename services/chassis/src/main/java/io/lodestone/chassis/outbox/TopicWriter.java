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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes facts to their topics as CloudEvents in Kafka's binary mode, acknowledged by all replicas. */
final class TopicWriter implements FactLog, AutoCloseable {

    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] CONTENT_TYPE = "application/json".getBytes(UTF_8);

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
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        16L << 20,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** @throws KafkaException when the broker is away for longer than the producer's memory lasts */
    @Override
    public Sending send(List<RecordedFact> facts) {
        var sent = new ArrayList<Future<RecordMetadata>>(facts.size());
        for (var fact : facts) {
            sent.add(producer.send(message(fact)));
        }
        return new Acknowledgements(sent);
    }

    /** Facts on their way; {@code next} is the first that is not known to be durable. */
    private static final class Acknowledgements implements Sending {

        private final List<Future<RecordMetadata>> sent;
        private int next;

        Acknowledgements(List<Future<RecordMetadata>> sent) {
            this.sent = sent;
        }

        @Override
        public boolean acknowledged() {
            try {
                for (; next < sent.size(); next++) {
                    sent.get(next).get(1, TimeUnit.SECONDS);
                }
                return true;
            } catch (TimeoutException e) {
                return false; // the broker is away; the producer goes on trying
            } catch (ExecutionException e) {
                throw new KafkaException("the log refused a fact: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private static ProducerRecord<String, byte[]> message(RecordedFact fact) {
        var subject = fact.subject().toString();
        var message = new ProducerRecord<>(fact.topic(), subject, fact.data().getBytes(UTF_8));
        message.headers().add("ce_specversion", SPEC_VERSION);
        header(message, "ce_id", fact.id().toString());
        header(message, "ce_source", fact.source());
        header(message, "ce_type", fact.type());
        header(message, "ce_subject", subject);
        header(message, "ce_time", fact.at().toString());
        header(message, "ce_dataschema", Topic.schemaOf(fact.type()));
        header(message, "ce_version", Long.toString(fact.version()));
        header(message, "ce_actor", fact.provenance().actor());
        header(message, "ce_traceparent", fact.provenance().traceparent());
        message.headers().add("content-type", CONTENT_TYPE);
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
