package io.lodestone.benchmarks;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One record's way from a plain producer (acks=all, idempotent, no linger) through the broker into a plain consumer that
 * fetches as the services do. Times in nanoseconds from the real moment of sending.
 */
final class BrokerRoundTrips implements AutoCloseable {

    private static final String TOPIC = "bench.roundtrip";
    private static final int PARTITIONS = 6;

    /** As a deal-proposed fact. */
    private static final int VALUE_BYTES = 900;

    private static final Duration ARRIVED_WITHIN = Duration.ofSeconds(20);

    private final KafkaProducer<String, byte[]> producer;
    private final Histogram acknowledged = histogram();
    private final Histogram round = histogram();
    private final AtomicLong arrived = new AtomicLong();
    private volatile boolean stopping;
    private final Thread consuming;

    BrokerRoundTrips(String bootstrapServers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        consuming = Thread.ofPlatform().name("round-trips").daemon().start(() -> consume(bootstrapServers));
    }

    /** Sends {@code perSecond} records for {@code window}; how long each took until it was consumed. */
    Histogram run(Duration window, double perSecond) throws InterruptedException {
        long records = (long) (perSecond * window.toMillis() / 1000);
        long before = arrived.get();
        long begin = System.nanoTime();
        for (long i = 0; i < records; i++) {
            long intended = begin + (long) (i * 1e9 / perSecond);
            for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            send();
        }
        long end = System.nanoTime() + ARRIVED_WITHIN.toNanos();
        while (arrived.get() < before + records) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Records sent to the broker did not come back.");
            }
            Thread.sleep(5);
        }
        synchronized (round) {
            var taken = round.copy();
            round.reset();
            return taken;
        }
    }

    /** From sending to acknowledgement, all rounds; read it between rounds. */
    Histogram acknowledged() {
        return acknowledged;
    }

    private void send() {
        var value = new byte[VALUE_BYTES];
        long now = System.nanoTime();
        ByteBuffer.wrap(value).putLong(now);
        var unused =
                producer.send(new ProducerRecord<>(TOPIC, UUID.randomUUID().toString(), value), (metadata, failure) -> {
                    if (failure == null) {
                        synchronized (acknowledged) {
                            acknowledged.recordValue(System.nanoTime() - now);
                        }
                    }
                });
    }

    private void consume(String bootstrapServers) {
        try (var consumer = new KafkaConsumer<String, byte[]>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        200,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        500,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(java.util.stream.IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                    .toList());
            while (!stopping) {
                var records = consumer.poll(Duration.ofMillis(200));
                long now = System.nanoTime();
                synchronized (round) {
                    records.forEach(record -> round.recordValue(
                            now - ByteBuffer.wrap(record.value()).getLong()));
                }
                arrived.addAndGet(records.count());
            }
        }
    }

    private static Histogram histogram() {
        return new Histogram(Duration.ofMinutes(2).toNanos(), 3);
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        consuming.join(Duration.ofSeconds(5));
        producer.close(Duration.ofSeconds(5));
    }
}
