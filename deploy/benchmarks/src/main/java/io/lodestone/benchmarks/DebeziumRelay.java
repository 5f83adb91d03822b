package io.lodestone.benchmarks;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.HeaderConverter;

/**
 * Carries an outbox to Kafka with Debezium: its embedded engine does what a Kafka Connect worker would do, with the
 * transformations and converters of the connector. A batch is done when the broker has acknowledged all of it.
 */
public final class DebeziumRelay implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration ACKNOWLEDGED = Duration.ofMinutes(2);

    private final Producer<byte[], byte[]> producer;
    private final Converter keys;
    private final Converter values;
    private final HeaderConverter headers;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final ExecutorService runner = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Void> streaming = new CompletableFuture<>();

    /**
     * Starts the engine; its replication slot and publication must be there.
     *
     * @param producerSettings beside the broker's address and {@code acks=all}, idempotent
     */
    public DebeziumRelay(DebeziumConnector connector, String bootstrapServers, Map<String, Object> producerSettings) {
        keys = converter(connector, "key.converter", Converter.class);
        keys.configure(Map.of(), true);
        values = converter(connector, "value.converter", Converter.class);
        values.configure(Map.of(), false);
        headers = converter(connector, "header.converter", HeaderConverter.class);
        producer = producer(bootstrapServers, producerSettings);
        engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(connector.forEngine())
                .using(new DebeziumEngine.ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        streaming.complete(null);
                    }
                })
                .using((success, message, error) -> {
                    if (!success) {
                        streaming.completeExceptionally(new IllegalStateException(message, error));
                    }
                })
                .notifying(this::carry)
                .build();
        runner.execute(engine);
    }

    /** Waits, a minute at most, until the engine asks for changes. */
    public void awaitStreaming() throws InterruptedException {
        try {
            streaming.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Debezium did not start: " + e.getMessage(), e);
        }
    }

    private void carry(
            List<RecordChangeEvent<SourceRecord>> batch,
            DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(batch.size());
        for (var change : batch) {
            if (!change.record().topic().startsWith("__debezium-heartbeat")) {
                sent.add(producer.send(message(change.record())));
            }
        }
        try {
            for (var acknowledgement : sent) {
                acknowledgement.get(ACKNOWLEDGED.toMinutes(), TimeUnit.MINUTES);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not take what Debezium brings: " + e.getMessage(), e);
        }
        for (var change : batch) {
            committer.markProcessed(change);
        }
        committer.markBatchFinished();
    }

    private ProducerRecord<byte[], byte[]> message(SourceRecord from) {
        var topic = from.topic();
        var message = new ProducerRecord<>(
                topic,
                keys.fromConnectData(topic, from.keySchema(), from.key()),
                values.fromConnectData(topic, from.valueSchema(), from.value()));
        for (var header : from.headers()) {
            message.headers()
                    .add(header.key(), headers.fromConnectHeader(topic, header.key(), header.schema(), header.value()));
        }
        return message;
    }

    private static Producer<byte[], byte[]> producer(String bootstrapServers, Map<String, Object> others) {
        var settings = new HashMap<String, Object>(others);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static <T> T converter(DebeziumConnector connector, String setting, Class<T> kind) {
        try {
            return Utils.newInstance(connector.setting(setting), kind);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("There is no " + setting + " " + connector.setting(setting), e);
        }
    }

    /** Ends engine and producer; the replication slot stays, and holds write-ahead log until it is dropped. */
    @Override
    public void close() throws IOException {
        engine.close();
        runner.shutdownNow();
        producer.close(Duration.ofSeconds(5));
    }
}
