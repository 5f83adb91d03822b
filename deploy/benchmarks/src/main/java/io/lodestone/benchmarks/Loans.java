package io.lodestone.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts {@link LoanFacts} onto the topics, as the relays of deals and projects would, and knows how many there are. */
final class Loans implements AutoCloseable {

    static final Set<String> TOPICS = Set.of(LoanFacts.DEALS, LoanFacts.PROJECTS);

    private final LoanFacts facts;
    private final Producer<String, byte[]> producer;
    private int deals;
    private int versions = LoanFacts.VERSIONS;
    private long told;

    /** Tells the projects. */
    Loans(Path root, String bootstrapServers) throws IOException {
        facts = new LoanFacts(root);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
        facts.eachProject(this::send);
        producer.flush();
        told = 0;
    }

    /** Tells all of new deals, until there are so many facts of deals. */
    void tellUntil(int count) {
        int more = (int) ((count - told) / LoanFacts.VERSIONS);
        tell(sending -> facts.eachDeal(IntStream.range(deals, deals + more), 1, LoanFacts.VERSIONS, sending));
        deals += more;
    }

    /** Goes on with every deal by so many facts. */
    void goOn(int more) {
        tell(sending -> facts.eachDeal(IntStream.range(0, deals), versions + 1, versions + more, sending));
        versions += more;
    }

    /** Facts of deals on their topic. */
    long told() {
        return told;
    }

    int deals() {
        return deals;
    }

    private void tell(Consumer<Consumer<ProducerRecord<String, byte[]>>> telling) {
        telling.accept(this::send);
        producer.flush();
    }

    private void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record); // what was not sent is missing in the check
        told++;
    }

    @Override
    public void close() {
        producer.close();
    }
}
