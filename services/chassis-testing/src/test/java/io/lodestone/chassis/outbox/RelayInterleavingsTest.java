package io.lodestone.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The interleavings that are known to break outbox relays, timed by hand over a real PostgreSQL. */
class RelayInterleavingsTest {

    private static RelayDatabase database;
    private static RelayDatabase elsewhere;

    private final SentInMemory log = new SentInMemory();
    private final UUID deal = UUID.randomUUID();

    private OutboxSession session;
    private RelayMachine relay;

    @BeforeAll
    static void anOutbox() throws SQLException, IOException {
        elsewhere = RelayDatabase.empty("relayselsewhere");
        database = RelayDatabase.withOutbox("relays");
    }

    @BeforeEach
    void aRelay() throws SQLException {
        session = database.session(1000);
        relay = new RelayMachine(session, log);
        drain();
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
    }

    @Test
    void aSlowCommitterWithASmallSequenceIsNotLost() throws SQLException {
        try (var slow = database.writer()) {
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
        try (var early = database.writer()) {
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
        try (var other = elsewhere.writer()) {
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
        try (var holder = database.writer()) {
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
        try (var second = database.session(1000)) {
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
        try (var second = database.session(1000)) {
            assertThat(second.tryToLead()).isFalse();
            session.close();
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(second::tryToLead);
        }
    }

    @Test
    void aLeaderThatIsPausedLosesTheLead() throws SQLException {
        try (var paused = new OutboxSession(database.connect(), 1000, Duration.ofMillis(300));
                var second = database.session(1000)) {
            assertThat(paused.tryToLead()).isTrue();
            paused.lead(); // and nothing more
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
        session = database.session(1000);
        relay = new RelayMachine(session, log);
        drain();
        assertThat(log.versions(deal)).containsExactly(1L, 2L, 2L);
    }

    @Test
    void aBacklogGoesPageByPageInOrderAndGoesOnWhereItWasKilled() throws SQLException {
        try (var writer = database.writer()) {
            for (long version = 1; version <= 95; version++) {
                writer.write(deal, version);
            }
            writer.commit();
        }
        session.close();
        session = database.session(10);
        relay = new RelayMachine(session, log);
        while (log.size() < 50) {
            relay.step();
        }
        int sent = log.size();
        session.close();
        session = database.session(10);
        relay = new RelayMachine(session, log);
        drain();
        var versions = log.versions(deal);
        assertThat(versions.stream().distinct())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 95).boxed().toList());
        assertThat(versions.size() - 95)
                .as("sent again, of " + sent)
                .isBetween(0, 10 * RelayMachine.PAGES_IN_FLIGHT_MAX);
    }

    private UUID commit(UUID subject, long version) throws SQLException {
        try (var writer = database.writer()) {
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
}
