package io.lodestone.benchmarks;

import io.lodestone.local.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * P1: how fast {@link RelayBenchRows#ROWS} outbox rows, committed in one transaction, come onto their topic. Ours is the
 * relay in a real deals service. Beside it a plain producer that has the same records in memory, and Debezium's embedded
 * engine with the outbox router at the same table with the same rows in a database of its own, where nothing else is
 * written and decoding may begin before the commit. All three use a producer of the same settings.
 */
final class RelayBench implements Bench {

    /** As the relay's own. */
    private static final Map<String, Object> PRODUCER = Map.of(
            ProducerConfig.LINGER_MS_CONFIG,
            5,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1,
            ProducerConfig.BATCH_SIZE_CONFIG,
            256 * 1024,
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            16L << 20);

    /** Rows that come past the service give its relay no signal: it looks more often, so that the wait is not measured. */
    private static final Map<String, String> AWAKE = Map.of("LODESTONE_OUTBOX_RELAY_POLL_INTERVAL", "20ms");

    private static final String DATABASE = "bench";
    private static final String SLOT = "lodestone_bench";

    @Override
    public List<Figure> run(BenchPlatform platform, Options options) throws Exception {
        for (var service : Service.values()) {
            platform.stop(service);
        }
        platform.start(Service.DEALS, AWAKE);
        var kafka = platform.bootstrapServers();
        try (var relayed = new RelayBenchTopic("lodestone.deals", kafka);
                var produced = new RelayBenchTopic("bench.plain", kafka);
                var captured = new RelayBenchTopic("bench.debezium", kafka);
                var deals = platform.connect("deals");
                var bench = database(platform);
                var producer = producer(kafka);
                var debezium = debezium(platform)) {
            debezium.awaitStreaming();
            var series = new Rounds(options.rounds())
                    .alternate(
                            () -> drain(platform, deals, relayed, true),
                            () -> produce(platform.root(), producer, produced),
                            () -> drain(platform, bench, captured, false));
            return List.of(
                    Figure.of("P1", "/s", series.get(0), series.get(1), relayed.verdict(), "beside: a plain producer"),
                    Figure.of(
                            "P1-debezium",
                            "/s",
                            series.get(0),
                            series.get(2),
                            relayed.verdict(),
                            "beside: Debezium's embedded engine; its own check: " + captured.verdict()));
        }
    }

    /** Commits one round and waits for it; the checkpoint that its rows cause is over by then. */
    private static double drain(BenchPlatform platform, Connection database, RelayBenchTopic topic, boolean history)
            throws Exception {
        var rows = RelayBenchRows.next(platform.root());
        topic.begin();
        rows.write(database, "lodestone.deals", history);
        execute(platform.connect("postgres"), "checkpoint");
        database.commit();
        double rate = topic.rate(RelayBenchRows.ROWS, System.nanoTime());
        topic.check(rows);
        return rate;
    }

    private static double produce(Path root, Producer<String, byte[]> producer, RelayBenchTopic topic)
            throws Exception {
        var rows = RelayBenchRows.next(root);
        topic.begin();
        long begin = System.nanoTime();
        rows.eachRecord(topic.name(), record -> {
            var unused = producer.send(record); // what was not sent is missing from the topic
        });
        producer.flush();
        double rate = topic.rate(RelayBenchRows.ROWS, begin);
        topic.check(rows);
        return rate;
    }

    private static Connection database(BenchPlatform platform) throws Exception {
        platform.postgres().createDatabase(DATABASE, DATABASE);
        execute(platform.connect("postgres"), "alter role " + DATABASE + " replication");
        var bench = platform.connect(DATABASE);
        DebeziumOutbox.create(bench, platform.root());
        try (var statement = bench.createStatement()) {
            statement.execute("grant select on outbox to " + DATABASE);
        }
        DebeziumOutbox.publish(bench);
        DebeziumOutbox.keepFor(bench, SLOT);
        return bench;
    }

    private static DebeziumRelay debezium(BenchPlatform platform) throws Exception {
        var connector = DebeziumConnector.ofTheDocumentation(platform.root())
                .at(platform.postgres().port(), DATABASE, new DebeziumConnector.Login(DATABASE, DATABASE))
                .with(Map.of(
                        "slot.name", SLOT,
                        "transforms.outbox.route.topic.replacement", "bench.debezium",
                        "predicates.fact.pattern", "bench\\.debezium"));
        return new DebeziumRelay(connector, platform.bootstrapServers(), PRODUCER);
    }

    private static Producer<String, byte[]> producer(String bootstrapServers)
            throws InterruptedException, ExecutionException {
        var settings = new HashMap<>(PRODUCER);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
