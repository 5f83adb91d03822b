package io.lodestone.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.testing.backbone.Backbone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The interleavings that are known to break outbox relays, timed by hand over a real PostgreSQL. */
class RelayInterleavingsTest {

    private static Map<String, String> database = Map.of();
    private static Map<String, String> elsewhere = Map.of();

    private final SentInMemory log = new SentInMemory();
    private final UUID deal = UUID.randomUUID();

    private OutboxSession session;
    private RelayMachine relay;

    @BeforeAll
    static void anOutbox() throws SQLException, IOException {
        elsewhere = database("relayselsewhere");
        database = database("relays");
        try (var writer = writer();
                var migration = OutboxSession.class.getResourceAsStream("/db/chassis/V0001__chassis.sql")) {
            writer.execute(new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8));
            writer.commit();
        }
    }

    @BeforeEach
    void aRelay() throws SQLException {
        session = session(1000);
        relay = new RelayMachine(session, log);
        drain();
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
    }

    @Test
    void aSlowCommitterWithASmallSequenceIsNotLost() throws SQLException {
        try (var slow = writer()) {
            slow.write(deal, 1);
            var fast = commit(UUID.randomUUID(), 1);
            drain();
            assertThat(log.versions(fast)).containsExactly(1L);
            assertThat(log.versions(deal)).isEmpty();
            slow.commit();
        }
        drain();
        assertThat(log.versions(deal)).containsExactly(1L);
    }

    @Test
    void aTransactionIdDrawnEarlyDoesNotTurnVersionsAround() throws SQLException {
        try (var early = writer()) {
            early.beginEarly();
            commit(deal, 1); // a younger transaction records version 1 first
            early.write(deal, 2);
            early.commit();
        }
        drain();
        assertThat(log.versions(deal)).containsExactly(1L, 2L);
    }

    @Test
    void aWriterInAnotherDatabaseOfTheClusterStallsNothing() throws SQLException {
        try (var other = writer(elsewhere)) {
            other.beginEarly();
            for (long version = 1; version <= 5; version++) {
                commit(deal, version);
                drain();
                assertThat(log.versions(deal)).hasSize((int) version);
            }
            other.rollback();
        }
        drain();
        assertThat(log.versions(deal)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void whoHoldsRowsForUpdateStallsNothing() throws SQLException {
        commit(deal, 1);
        try (var holder = writer()) {
            holder.execute("select * from outbox for update");
            drain();
            assertThat(log.versions(deal)).containsExactly(1L);
            commit(deal, 2);
            drain();
            assertThat(log.versions(deal)).containsExactly(1L, 2L);
        }
    }

    @Test
    void ofTwoRelaysTheOlderOneCanStoreNothing() throws SQLException {
        commit(deal, 1);
        log.answer(false);
        relay.step(); // has sent version 1, and is paused before it stores that
        try (var second = session(1000)) {
            var other = new RelayMachine(second, log);
            log.answer(true);
            drain(other);
            commit(deal, 2);
            drain(other);
        }
        assertThatExceptionOfType(OutboxRows.Overtaken.class).isThrownBy(this::drain);
        assertThat(log.versions(deal)).containsExactly(1L, 1L, 2L);
    }

    @Test
    void onlyOneSessionIsGivenTheLead() throws SQLException {
        assertThat(session.tryToLead()).isTrue();
        try (var second = session(1000)) {
            assertThat(second.tryToLead()).isFalse();
            session.close();
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(second::tryToLead);
        }
    }

    @Test
    void killedBetweenAcknowledgementAndMarkItSendsThatAgainAndNothingElse() throws SQLException {
        commit(deal, 1);
        drain();
        commit(deal, 2);
        log.answer(false);
        relay.step(); // sent, never stored
        log.answer(true);
        session.close();
        session = session(1000);
        relay = new RelayMachine(session, log);
        drain();
        assertThat(log.versions(deal)).containsExactly(1L, 2L, 2L);
    }

    @Test
    void aBacklogGoesPageByPageInOrderAndGoesOnWhereItWasKilled() throws SQLException {
        try (var writer = writer()) {
            for (long version = 1; version <= 95; version++) {
                writer.write(deal, version);
            }
            writer.commit();
        }
        session.close();
        session = session(10);
        relay = new RelayMachine(session, log);
        while (log.size() < 50) {
            relay.step();
        }
        int sent = log.size();
        session.close();
        session = session(10);
        relay = new RelayMachine(session, log);
        drain();
        var versions = log.versions(deal);
        assertThat(versions.stream().distinct())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 95).boxed().toList());
        assertThat(versions.size() - 95)
                .as("sent again, of " + sent)
                .isBetween(0, 10 * RelayMachine.PAGES_IN_FLIGHT_MAX);
    }

    @Test
    void sentAgainOnDemandNothingUnsentIsSkipped() throws SQLException {
        commit(deal, 1);
        drain();
        commit(deal, 2); // not sent yet
        try (var operator = writer()) {
            assertThat(operator.number("select outbox_refill(now() + interval '1 hour')"))
                    .isZero();
            assertThat(operator.number("select outbox_refill(now() - interval '1 hour')"))
                    .isPositive();
            operator.commit();
        }
        relay = new RelayMachine(session, log);
        drain();
        assertThat(log.versions(deal)).endsWith(1L, 2L);
    }

    @Test
    void daysThatAreOverAreDroppedOnceTheyAreSentAndNoOthers() throws SQLException {
        try (var writer = writer()) {
            writer.execute("select outbox_keep((now() - interval '20 days')::date, 7, true)");
            writer.write(deal, 1);
            writer.execute(
                    "update outbox set written_at = now() - interval '20 days' where aggregateid = '" + deal + "'");
            writer.commit();
            session.keepDays(Duration.ofDays(7), true);
            assertThat(writer.number(count())).as("unsent, however old").isOne();
            writer.commit();
            drain();
            commit(UUID.randomUUID(), 1);
            drain();
            assertThat(session.keepDays(Duration.ofDays(7), true)).isPositive();
            assertThat(writer.number(count())).isZero();
        }
        commit(UUID.randomUUID(), 1);
    }

    private String count() {
        return "select count(*) from outbox where aggregateid = '" + deal + "'";
    }

    private UUID commit(UUID subject, long version) throws SQLException {
        try (var writer = writer()) {
            writer.write(subject, version);
            writer.commit();
        }
        return subject;
    }

    private void drain() {
        drain(relay);
    }

    private static void drain(RelayMachine machine) {
        while (machine.step() != RelayMachine.Step.IDLE) {
            // until all that can be seen is sent
        }
    }

    private static Map<String, String> database(String name) {
        var backbone = new Backbone();
        backbone.init(Map.of("service", name));
        return backbone.start();
    }

    private static OutboxSession session(int pageRows) throws SQLException {
        return new OutboxSession(
                DriverManager.getConnection(
                        Objects.requireNonNull(database.get("quarkus.datasource.jdbc.url")),
                        database.get("quarkus.datasource.username"),
                        database.get("quarkus.datasource.password")),
                pageRows);
    }

    private static Writer writer() throws SQLException {
        return writer(database);
    }

    private static Writer writer(Map<String, String> database) throws SQLException {
        return new Writer(
                Objects.requireNonNull(database.get("quarkus.datasource.jdbc.url")),
                Objects.requireNonNull(database.get("quarkus.datasource.username")),
                Objects.requireNonNull(database.get("quarkus.datasource.password")));
    }
}
