package io.lodestone.chassis.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes facts to their topics as CloudEvents in Kafka's binary mode, acknowledged by all replicas. */
final class TopicWriter implements FactLog, AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final FactMessages messages = new FactMessages();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("outbox-sender").daemon().factory());
    private boolean broken; // known to the sender thread only

    /** Facts of a page wait for each other: else the first goes alone, and who hears has two batches for each page. */
    private static final int LINGER_MILLIS = 5;

    /** A page of fewer facts is all there is: it goes as soon as it is whole. The next one waits for it in any case. */
    private static final int SMALL_PAGE = 500;

    /** So long without an acknowledgement, and the relay begins anew with another producer. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * The producer never gives a record up on its own (delivery timeout without end): were it to drop version 1 and go
     * on with version 2, order would break. The relay stops waiting instead, and closes it. One request at a time for
     * the same reason: a broker that knows nothing of this producer yet takes its second batch when it has refused the
     * first, for example because the partition has no leader for a moment.
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
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000, // below the silence that ends the relay's session
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MILLIS,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        16L << 20,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Another thread encodes and sends, so that meanwhile the next page is read. */
    @Override
    public Sending send(List<RecordedFact> facts) {
        return new Acknowledgements(sender.submit(() -> hand(facts)));
    }

    /** Gives a page to the producer. After one that could not be given whole, nothing is sent any more. */
    private List<Future<RecordMetadata>> hand(List<RecordedFact> facts)
            throws ExecutionException, InterruptedException {
        if (broken) {
            throw new KafkaException("an earlier fact was not sent");
        }
        broken = true;
        var sent = new ArrayList<Future<RecordMetadata>>(facts.size());
        for (var fact : facts) {
            var one = producer.send(messages.of(fact));
            if (one.isDone()) {
                one.get(); // so it says that it knows no leader, or has no room, for too long; the next fact it
                // may take
            }
            sent.add(one);
        }
        if (facts.size() < SMALL_PAGE) {
            producer.flush();
        }
        broken = false;
        return sent;
    }

    /** Facts on their way; {@code next} is the first that is not known to be durable. */
    private static final class Acknowledgements implements Sending {

        private final Future<List<Future<RecordMetadata>>> handed;
        private final long since = System.nanoTime();
        private int next;

        Acknowledgements(Future<List<Future<RecordMetadata>>> handed) {
            this.handed = handed;
        }

        @Override
        public boolean acknowledged() {
            try {
                var sent = handed.get(1, TimeUnit.SECONDS);
                for (; next < sent.size(); next++) {
                    sent.get(next).get(1, TimeUnit.SECONDS);
                }
                return true;
            } catch (TimeoutException e) {
                if (System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw new KafkaException("the log acknowledged nothing for " + PATIENCE.toSeconds() + " s", e);
                }
                return false; // the broker is away; the producer goes on trying
            } catch (ExecutionException e) {
                throw new KafkaException("the log does not take a fact: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        producer.close(Duration.ZERO);
    }
}
