package io.lodestone.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of the outbox: days, and what can be sent again. */
class KeptRowsTest {

    private static RelayDatabase database;

    private final SentInMemory log = new SentInMemory();
    private final UUID deal = UUID.randomUUID();

    private OutboxSession session;
    private RelayMachine relay;

    @BeforeAll
    static void anOutbox() throws SQLException, IOException {
        database = RelayDatabase.withOutbox("relayskept");
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
    void sentAgainOnDemandNothingUnsentIsSkipped() throws SQLException {
        commit(deal, 1);
        drain();
        commit(deal, 2); // not sent yet
        try (var operator = database.writer()) {
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
        try (var writer = database.writer()) {
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

    @Test
    void aDayMadeLaterHasWhatDebeziumReads() throws SQLException {
        try (var writer = database.writer()) {
            writer.execute("select outbox_keep((now() + interval '30 days')::date, 60, true)");
            writer.write(deal, 1);
            writer.execute(
                    "update outbox set written_at = now() + interval '30 days' where aggregateid = '" + deal + "'");
            assertThat(writer.number("select count(*) from outbox where tableoid <> 'outbox'::regclass"
                            + " and specversion = '1.0' and dataschema = 'urn:lodestone:schema:bells:bell-rung.v1'"
                            + " and time::timestamptz = recorded_at and aggregateid = '" + deal + "'"))
                    .isOne();
        }
    }

    private String count() {
        return "select count(*) from outbox where aggregateid = '" + deal + "'";
    }

    private void commit(UUID subject, long version) throws SQLException {
        try (var writer = database.writer()) {
            writer.write(subject, version);
            writer.commit();
        }
    }

    private void drain() {
        while (relay.step() != RelayMachine.Step.IDLE) {
            // until all that can be seen is sent
        }
    }
}
