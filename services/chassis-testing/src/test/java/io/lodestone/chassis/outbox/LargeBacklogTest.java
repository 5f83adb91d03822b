package io.lodestone.chassis.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A backlog of any size costs the relay the memory of the pages under way, and no more. */
class LargeBacklogTest {

    private static final int PAGE_ROWS = 2_000;
    private static final int FACT_BYTES_MAX = 300_000;

    private static RelayDatabase database;

    private final Measuring log = new Measuring();

    @BeforeAll
    static void anOutbox() throws SQLException, IOException {
        database = RelayDatabase.withOutbox("relayslarge");
    }

    @Test
    void threeHundredThousandFactsGoInPagesAndInOrder() throws SQLException {
        try (var writer = database.writer()) {
            writer.writeTwoOfEach(150_000, "{\"note\":\"" + "ore ".repeat(25) + "\"}");
        }

        drain();

        assertThat(log.facts).isEqualTo(300_000);
        assertThat(log.largestPageFacts).isEqualTo(PAGE_ROWS);
    }

    @Test
    void factsAsLargeAsTheyMayBeGoInSmallerPages() throws SQLException {
        try (var writer = database.writer()) {
            writer.writeTwoOfEach(100, "é".repeat(FACT_BYTES_MAX / 2));
        }

        drain();

        assertThat(log.facts).isEqualTo(200);
        assertThat(log.largestPageBytes)
                .isBetween((long) OutboxSession.PAGE_BYTES_MAX, (long) OutboxSession.PAGE_BYTES_MAX + FACT_BYTES_MAX);
    }

    @Test
    void whatWaitsIsCountedInTheMiddleOfALookAndBehindIt() throws SQLException {
        try (var writer = database.writer()) {
            writer.writeTwoOfEach(6_000, "{}");
        }

        try (var session = database.session(PAGE_ROWS);
                var writer = database.writer();
                var reader = database.connect()) {
            var relay = new RelayMachine(session, log);
            relay.step();
            writer.writeTwoOfEach(1_000, "{}");
            while (log.facts < 12_000) {
                assertThat(waiting(reader)).isEqualTo(14_000 - log.acknowledgedFacts());
                relay.step();
            }
            while (relay.step() != RelayMachine.Step.IDLE) {
                assertThat(waiting(reader)).isBetween(2_000L, 8_000L);
            }
            assertThat(waiting(reader)).as("what came behind the look").isEqualTo(2_000);
        }
        drain();
        try (var reader = database.connect()) {
            assertThat(waiting(reader)).isZero();
        }
    }

    private static long waiting(Connection reader) throws SQLException {
        try (var select = reader.createStatement();
                var row = select.executeQuery("select unsent from outbox_waiting()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void drain() throws SQLException {
        try (var session = database.session(PAGE_ROWS)) {
            var relay = new RelayMachine(session, log);
            while (relay.step() != RelayMachine.Step.IDLE) {
                assertThat(log.pagesUnderWay).isLessThanOrEqualTo(RelayMachine.PAGES_IN_FLIGHT_MAX);
            }
        }
    }

    /** A log that keeps nothing of what it is sent. */
    private static final class Measuring implements FactLog {

        private final Map<UUID, Long> versions = new HashMap<>();
        private int facts;
        private int largestPageFacts;
        private long largestPageBytes;
        private int pagesUnderWay;

        @Override
        public Sending send(List<RecordedFact> page) {
            pagesUnderWay++;
            facts += page.size();
            largestPageFacts = Math.max(largestPageFacts, page.size());
            long bytes = 0;
            for (var fact : page) {
                bytes += fact.data().getBytes(UTF_8).length;
                assertThat(fact.version()).isEqualTo(versions.merge(fact.subject(), 1L, Long::sum));
            }
            largestPageBytes = Math.max(largestPageBytes, bytes);
            return () -> {
                pagesUnderWay--;
                return true;
            };
        }

        int acknowledgedFacts() {
            return facts - pagesUnderWay * PAGE_ROWS;
        }
    }
}
