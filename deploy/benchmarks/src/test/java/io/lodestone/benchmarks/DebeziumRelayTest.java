package io.lodestone.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.outbox.OwnRelay;
import io.lodestone.local.KafkaBroker;
import io.lodestone.local.Ports;
import io.lodestone.local.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented connector, at a real PostgreSQL and a real broker, on the outbox of the real migration. */
class DebeziumRelayTest {

    private static final Path ROOT = Path.of(System.getProperty("lodestone.home"));
    private static final String TOPIC = "lodestone.deals";
    private static final String SLOT = "lodestone_deals_outbox";
    private static final String TYPE = "io.lodestone.deals.deal-approved.v1";
    private static final DebeziumConnector.Login CDC = new DebeziumConnector.Login("lodestone_cdc", "two");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    /** Each is printed with another number of digits: none, three with a zero at the end, six. */
    private static final List<Duration> FRACTIONS =
            List.of(Duration.ZERO, Duration.ofMillis(480), Duration.ofMillis(482), Duration.ofNanos(123_456_000));

    @TempDir
    static Path home;

    private static PostgresServer postgres;
    private static KafkaBroker kafka;

    private Connection deals;

    @BeforeAll
    static void start() throws Exception {
        postgres = PostgresServer.start(
                home.resolve("postgres"), Ports.anyFree(), home.resolve("postgres.log"), home.resolve("run"));
        kafka = KafkaBroker.start(
                home.resolve("kafka"), Ports.anyFree(), ROOT, home.resolve("kafka.log"), home.resolve("run"));
        kafka.createTopics();
        postgres.createDatabase("deals", "one");
        postgres.createDatabase("query", "three");
        try (var superuser = postgres.connect()) {
            execute(superuser, "create role lodestone_cdc login replication password 'two'");
            execute(superuser, "grant connect on database deals to lodestone_cdc");
        }
        try (var owner = connect("deals", "deals", "one")) {
            DebeziumOutbox.create(owner, ROOT);
            execute(owner, "grant select on outbox to lodestone_cdc");
            DebeziumOutbox.publish(owner);
        }
    }

    @AfterAll
    static void end() {
        kafka.stop();
        postgres.stop();
    }

    @BeforeEach
    void keepForDebezium() throws SQLException {
        deals = connect("deals", "deals", "one");
        deals.setAutoCommit(false);
        try (var cdc = connect("deals", CDC.user(), CDC.password())) {
            DebeziumOutbox.keepFor(cdc, SLOT);
        }
    }

    @AfterEach
    void forget() throws SQLException {
        deals.close();
        try (var cdc = connect("deals", CDC.user(), CDC.password())) {
            DebeziumOutbox.forget(cdc, SLOT);
        }
    }

    @Test
    void debeziumWritesByteForByteWhatOurRelayWrites() throws Exception {
        var keys = IntStream.range(0, 20).mapToObj(n -> UUID.randomUUID()).toList();
        for (long version = 1; version <= 10; version++) { // half of them before Debezium starts: nothing is lost then
            writeOneEach(keys, version);
        }
        List<DebeziumMessage> found;
        try (var slow = connect("deals", "deals", "one");
                var debezium = new DebeziumRelay(connector(), kafka.bootstrapServers(), Map.of())) {
            debezium.awaitStreaming();
            slow.setAutoCommit(false);
            write(slow, UUID.randomUUID(), 1);
            for (long version = 11; version <= 20; version++) {
                writeOneEach(keys, version);
            }
            slow.commit(); // its ids are smaller than those that were sent long ago
            found = DebeziumMessage.read(kafka.bootstrapServers(), TOPIC, 401);
        }

        OwnRelay.drain(connect("deals", "deals", "one"), kafka.bootstrapServers());
        var both = DebeziumMessage.read(kafka.bootstrapServers(), TOPIC, 802);

        assertThat(found).hasSize(401).first().satisfies(message -> assertThat(message.headers())
                .containsOnlyKeys(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_dataschema",
                        "ce_version",
                        "ce_actor",
                        "ce_traceparent",
                        "content-type"));
        byKey(both).forEach((key, messages) -> assertThat(messages)
                .as("first Debezium's, then our relay's, of " + key)
                .hasSize(2 * byKey(found).get(key).size())
                .startsWith(byKey(found).get(key).toArray(DebeziumMessage[]::new))
                .endsWith(byKey(found).get(key).toArray(DebeziumMessage[]::new)));
    }

    @Test
    void logIsFreedWhileOnlyOthersWrite() throws Exception {
        var quick = connector().with(Map.of("heartbeat.interval.ms", "200"));
        try (var query = connect("query", "query", "three");
                var debezium = new DebeziumRelay(quick, kafka.bootstrapServers(), Map.of())) {
            debezium.awaitStreaming();
            execute(query, "create table others as select n from generate_series(1, 10000) n");
            var written = one("select pg_current_wal_lsn()::text");
            var passed = "select confirmed_flush_lsn >= '" + written + "' from pg_replication_slots";

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(one(passed))
                    .isEqualTo("t"));
        }
    }

    private static DebeziumConnector connector() throws Exception {
        return DebeziumConnector.ofTheDocumentation(ROOT).at(postgres.port(), "deals", CDC);
    }

    private void writeOneEach(List<UUID> keys, long version) throws SQLException {
        for (var key : keys) {
            write(deals, key, version);
        }
        deals.commit();
    }

    private static void write(Connection connection, UUID key, long version) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into outbox
                    (id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent, payload, written_at)
                values (?, ?, ?, ?, ?, ?, '/lodestone/deals', ?, '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', ?,
                    now() - make_interval(days => ?))
                """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, TOPIC);
            insert.setObject(3, key);
            insert.setLong(4, version);
            insert.setString(5, TYPE);
            var at = NOON.plus(FRACTIONS.get((int) (version % FRACTIONS.size())));
            insert.setObject(6, at.atOffset(ZoneOffset.UTC));
            insert.setString(7, "zoë@dfc.example");
            insert.setString(8, "{\"title\":\"Pela Ema – “señor”\",\"version\":" + version + ",\"amount\":\"465.00\"}");
            insert.setInt(9, (int) (version % 2)); // two days, two partitions, one publication
            insert.executeUpdate();
        }
    }

    private static Map<String, List<DebeziumMessage>> byKey(Collection<DebeziumMessage> messages) {
        return messages.stream().collect(groupingBy(DebeziumMessage::key));
    }

    private static String one(String query) throws SQLException {
        try (var superuser = postgres.connect();
                var row = superuser.createStatement().executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
