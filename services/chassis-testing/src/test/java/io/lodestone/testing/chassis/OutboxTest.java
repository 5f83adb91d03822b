package io.lodestone.testing.chassis;

import static io.lodestone.testing.chassis.BellEvent.BELLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.chassis.outbox.FactTooLarge;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.WithBackbone;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** G1: what was committed reaches the topic, in version order per aggregate. */
@QuarkusTest
@WithBackbone(service = "bells")
class OutboxTest {

    private static final Provenance WHY =
            new Provenance("service:test", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    private final Outbox outbox;
    private final DataSource database;
    private final MeterRegistry meters;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    OutboxTest(Outbox outbox, DataSource database, MeterRegistry meters) {
        this.outbox = outbox;
        this.database = database;
        this.meters = meters;
    }

    @Test
    void aFactWithoutATransactionIsRefused() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> outbox.add(BELLS, BellEvent.rung(UUID.randomUUID(), 1, 1), WHY));
    }

    @Test
    void whatIsTakenBackIsNeverSaid() {
        var bell = UUID.randomUUID();
        QuarkusTransaction.begin();
        outbox.add(BELLS, BellEvent.rung(bell, 1, 1), WHY);
        QuarkusTransaction.rollback();
        var after = say(UUID.randomUUID(), 1);
        TopicReader.of(BELLS).await(after, 1);
        assertThat(TopicReader.of(BELLS).of(bell)).isEmpty();
    }

    @Test
    void aSlowTransactionWithASmallerSequenceIsNotLost() throws Exception {
        var slow = UUID.randomUUID();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            var committer = pool.submit(() -> {
                QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(BELLS, BellEvent.rung(slow, 1, 1), WHY);
                    written.countDown();
                    await(mayCommit);
                });
                return null;
            });
            await(written);
            var fast = say(UUID.randomUUID(), 1); // draws a larger sequence and commits first
            TopicReader.of(BELLS).await(fast, 1);
            assertThat(TopicReader.of(BELLS).of(slow)).isEmpty();
            mayCommit.countDown();
            committer.get();
        }
        TopicReader.of(BELLS).await(slow, 1);
    }

    @Test
    void aWriteTransactionElsewhereInTheClusterHoldsNothingUp() throws Exception {
        try (var other = connection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_current_xact_id()"); // an old transaction id, held open
            TopicReader.of(BELLS).await(say(UUID.randomUUID(), 1), 1);
            other.rollback();
        }
    }

    @Test
    void manyWritersKeepTheOrderOfEachBell() throws Exception {
        var bells = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        try (var pool = Executors.newFixedThreadPool(4)) {
            var writers = new ArrayList<java.util.concurrent.Future<?>>();
            for (var bell : bells) {
                writers.add(pool.submit(() -> LongStream.rangeClosed(1, 100).forEach(version -> say(bell, version))));
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        for (var bell : bells) {
            TopicReader.of(BELLS).await(bell, 100);
            assertThat(TopicReader.of(BELLS).of(bell))
                    .extracting(CloudEvent::version)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 100).boxed().toList());
        }
    }

    /** More than one statement carries; and what arrays, JSON and SQL read in their own way is told as it was. */
    @Test
    void manyFactsAtOnceAreToldWholeAndInTheOrderOfEachBell() {
        var bells = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var odd = List.of("NULL", "{\"a\", \\b}", "it's", " ", "\u00e9\u6c34\uD83D\uDD14", "x".repeat(5_000));
        var facts = new ArrayList<BellEvent>();
        for (int version = 1; version <= 400; version++) {
            for (var bell : bells) {
                facts.add(BellEvent.named(bell, version, version + odd.get(version % odd.size())));
            }
        }
        QuarkusTransaction.requiringNew().run(() -> outbox.addAll(BELLS, facts, WHY));
        for (var bell : bells) {
            TopicReader.of(BELLS).await(bell, 400);
            var told = TopicReader.of(BELLS).of(bell);
            assertThat(told)
                    .extracting(CloudEvent::version)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 400).boxed().toList());
            assertThat(told)
                    .allSatisfy(fact -> assertThat(fact.data().path("name").asText())
                            .isEqualTo(fact.version() + odd.get((int) fact.version() % odd.size())));
        }
    }

    /** Whoever cuts the leader's session takes leadership and marks from it at once; the next one goes on. */
    @Test
    void aLeaderThatLosesItsSessionIsFollowedByAnother() throws Exception {
        TopicReader.of(BELLS).await(say(UUID.randomUUID(), 1), 1);
        try (var connection = connection()) {
            assertThat(count(
                            connection,
                            "select count(pg_terminate_backend(pid)) from pg_stat_activity "
                                    + "where application_name = 'outbox-relay' and datname = current_database()"))
                    .isEqualTo(1);
        }
        TopicReader.of(BELLS).await(say(UUID.randomUUID(), 1), 1);
    }

    @Test
    void aSecondRelayWaitsWhileTheFirstLeads() throws Exception {
        TopicReader.of(BELLS).await(say(UUID.randomUUID(), 1), 1);
        try (var second = connection()) {
            var lock =
                    second.createStatement().executeQuery("select pg_try_advisory_lock(" + 0x6c6f6465_73746f6eL + ")");
            lock.next();
            assertThat(lock.getBoolean(1)).isFalse();
        }
    }

    @Test
    void whatIsSentStaysAndNoLongerWaits() throws Exception {
        var bell = say(UUID.randomUUID(), 1);
        TopicReader.of(BELLS).await(bell, 1);
        try (var connection = connection()) {
            Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                            count(connection, "select unsent from outbox_waiting()"))
                    .isZero());
            assertThat(count(connection, "select count(*) from outbox where aggregateid = '" + bell + "'"))
                    .isEqualTo(1);
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(meters.get("lodestone.outbox.unsent").gauge().value()).isZero();
            assertThat(meters.get("lodestone.outbox.oldest.unsent").timeGauge().value(TimeUnit.SECONDS))
                    .isZero();
        });
    }

    @Test
    void whatIsKeptCanBeSentAgain() throws Exception {
        var bell = say(UUID.randomUUID(), 1);
        TopicReader.of(BELLS).await(bell, 1);
        try (var connection = connection()) {
            assertThat(count(connection, "select outbox_refill(now() - interval '1 hour')"))
                    .isPositive();
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        TopicReader.of(BELLS).of(bell))
                .extracting(CloudEvent::version)
                .containsExactly(1L, 1L));
    }

    @Test
    void aFactThatNoBrokerWouldTakeIsRefusedBeforeItIsWritten() {
        var bell = UUID.randomUUID();
        assertThatExceptionOfType(FactTooLarge.class).isThrownBy(() -> QuarkusTransaction.requiringNew()
                .run(() -> outbox.add(BELLS, BellEvent.named(bell, 1, "ding".repeat(100_000)), WHY)));
        TopicReader.of(BELLS).await(say(UUID.randomUUID(), 1), 1);
        assertThat(TopicReader.of(BELLS).of(bell)).isEmpty();
    }

    private UUID say(UUID bell, long version) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(BELLS, BellEvent.rung(bell, version, 1), WHY));
        return bell;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
