package io.lodestone.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.backbone.Setting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of the outbox: days, and what can be sent again. */
class KeptRowsTest {

    private static final String LOST = "lodestone.relayskept";

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

    /** The broker has lost its disk; what is kept comes again, all of it, in order. */
    @Test
    void aTopicThatWasLostIsFilledAgain() throws Exception {
        try (var broker = Admin.create(Map.of("bootstrap.servers", Setting.KAFKA.value()));
                var first = new TopicWriter(Setting.KAFKA.value());
                var second = new TopicWriter(Setting.KAFKA.value());
                var writer = database.writer()) {
            create(broker);
            relay = new RelayMachine(session, first);
            for (long version = 1; version <= 40; version++) {
                writer.write(LOST, deal, version);
            }
            writer.commit();
            drain();
            broker.deleteTopics(List.of(LOST)).all().get();
            create(broker);

            writer.number("select outbox_refill(now() - interval '1 hour')");
            writer.write(LOST, deal, 41);
            writer.commit();
            assertThatExceptionOfType(OutboxRows.Overtaken.class).isThrownBy(this::drain);
            relay = new RelayMachine(session, second); // a relay that was overtaken begins anew
            drain();

            assertThat(TopicReader.of(LOST).of(deal))
                    .extracting(CloudEvent::version)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 41).boxed().toList());
        }
    }

    private static void create(Admin broker) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> broker.createTopics(List.of(new NewTopic(LOST, 6, (short) 1)))
                                .all()
                                .get()
                        == null);
        Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> TopicReader.of(LOST)
                .all()
                .isEmpty());
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
