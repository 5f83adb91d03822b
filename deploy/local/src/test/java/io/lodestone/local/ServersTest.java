package io.lodestone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real servers, started, used, ended and started again. */
class ServersTest {

    private static final Path ROOT = Path.of(System.getProperty("lodestone.home"));

    @TempDir
    Path home;

    @AfterEach
    void end() {
        for (var name : List.of("kafka", "postgres")) {
            Running.find(name, home.resolve("run"))
                    .ifPresent(process -> process.signal("QUIT", java.time.Duration.ofSeconds(10)));
        }
    }

    @Test
    void postgresIsDurableAndKeepsServicesApart() throws SQLException {
        var postgres = postgres();
        assertThat(show(postgres, "fsync")).isEqualTo("on");
        assertThat(show(postgres, "synchronous_commit")).isEqualTo("on");
        assertThat(show(postgres, "server_version")).startsWith("18.");
        postgres.createDatabase("deals", "one");
        postgres.createDatabase("query", "two");
        postgres.createDatabase("deals", "one"); // again: nothing happens
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("deals"), "deals", "one");
                var statement = connection.createStatement()) {
            statement.execute("create table kept (id int)");
            statement.execute("insert into kept values (7)");
        }
        for (var database : List.of("query", "postgres", "template1")) {
            assertThatExceptionOfType(SQLException.class)
                    .as("deals must not reach " + database)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(database), "deals", "one")
                            .close());
        }
    }

    @Test
    void whatWasCommittedSurvivesAKill() throws SQLException {
        var postgres = postgres();
        postgres.createDatabase("deals", "one");
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("deals"), "deals", "one");
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 7 as id");
        }
        postgres.process().signal("KILL", java.time.Duration.ofSeconds(5));
        assertThat(Running.find("postgres", home.resolve("run"))).isEmpty();
        var again = postgres();
        try (var connection = DriverManager.getConnection(again.jdbcUrl("deals"), "deals", "one");
                var row = connection.createStatement().executeQuery("select id from kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(7);
        }
    }

    @Test
    void factsGoAgainFromADayThatIsKeptAndFromNoOther() throws Exception {
        var postgres = postgres();
        postgres.createDatabase("deals", "one");
        var facts = new KeptFacts(postgres, "deals");
        var today = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> facts.mustReachBackTo(today.toInstant()))
                .withMessageContaining("it was never started");
        try (var deals = postgres.connect("deals")) {
            anOutbox(deals);
            for (int day = 0; day < 2; day++) { // today, and the day before, which is the first that is kept
                write(deals, today.minusDays(day));
            }
            assertThat(facts.sendAgain(today.toInstant())).isEqualTo(1);
            assertThat(facts.sendAgain(today.minusDays(30).toInstant())).isEqualTo(2);
            facts.mustReachBackTo(today.minusDays(30).toInstant()); // nothing older was ever recorded
            assertThat(facts.hasRelay()).isFalse();

            deals.createStatement().execute("update fact set recorded_at = recorded_at - interval '20 days'");
        }
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> facts.mustReachBackTo(today.minusDays(30).toInstant()))
                .withMessageContaining("say --from " + today.minusDays(1).toLocalDate());
        facts.mustReachBackTo(today.minusDays(1).toInstant());
    }

    private static void anOutbox(Connection deals) throws SQLException, IOException {
        for (var script : List.of("V0001__chassis.sql", "V0002__debezium.sql")) {
            deals.createStatement()
                    .execute(Files.readString(ROOT.resolve("services/chassis/src/main/resources/db/chassis")
                            .resolve(script)));
        }
    }

    private static void write(Connection deals, OffsetDateTime at) throws SQLException {
        try (var insert = deals.prepareStatement("""
                with kept as (
                    insert into fact (topic, subject, version, id, type, recorded_at, actor, traceparent, data)
                    select 'lodestone.deals', gen_random_uuid(), 1, gen_random_uuid(), 'io.lodestone.deals.x.v1', ?, '', '', '{}'
                    returning *)
                insert into outbox (id, aggregatetype, aggregateid, version, type, recorded_at, source, actor, traceparent,
                    payload, written_at)
                select id, topic, subject, version, type, recorded_at, '', actor, traceparent, data, recorded_at from kept
                """)) {
            insert.setObject(1, at);
            insert.executeUpdate();
        }
    }

    @Test
    void everyTopicHasSixPartitionsAndIsKeptForEver() throws Exception {
        var kafka = kafka();
        kafka.createTopics();
        kafka.createTopics(); // again: nothing happens
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var topics =
                    admin.describeTopics(KafkaBroker.TOPICS).allTopicNames().get(30, TimeUnit.SECONDS);
            assertThat(topics).hasSize(6).allSatisfy((name, topic) -> assertThat(topic.partitions())
                    .hasSize(6));
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, "lodestone.deals");
            var settings = admin.describeConfigs(List.of(resource))
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .get(resource);
            assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
            var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
            assertThat(admin.describeConfigs(List.of(broker))
                            .all()
                            .get(30, TimeUnit.SECONDS)
                            .get(broker)
                            .get("auto.create.topics.enable")
                            .value())
                    .isEqualTo("false");
        }
    }

    private PostgresServer postgres() {
        return PostgresServer.start(
                home.resolve("postgres"), Ports.anyFree(), home.resolve("postgres.log"), home.resolve("run"));
    }

    private KafkaBroker kafka() {
        return KafkaBroker.start(
                home.resolve("kafka"), Ports.anyFree(), ROOT, home.resolve("kafka.log"), home.resolve("run"));
    }

    private static String show(PostgresServer postgres, String setting) throws SQLException {
        try (var connection = postgres.connect();
                var row = connection.createStatement().executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
