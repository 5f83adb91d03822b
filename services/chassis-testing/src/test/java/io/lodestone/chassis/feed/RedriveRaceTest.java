package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.feed.ParkedRows.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A consumer and an operator at the same key of a real database: neither overtakes the other. */
class RedriveRaceTest {

    private static final TopicPartition FIRST = new TopicPartition("race", 0);
    private static final UUID SUBJECT = new UUID(7, 7);
    private static final int FACTS = 600;
    private static final int BATCH = 3;
    private static final int REDRIVES_MAX = 100_000;

    @Test
    void aKeyIsRedrivenAgainAndAgainWhileMoreOfItComes() throws Exception {
        var where = SharedDatabase.make("race");
        var log =
                LongStream.rangeClosed(1, FACTS).mapToObj(RedriveRaceTest::fact).toList();
        try (var consumer = SharedDatabase.open(where);
                var operator = SharedDatabase.open(where);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            consumer.next(FIRST);
            var heard = threads.submit(() -> {
                for (int from = 0; from < FACTS; from += BATCH) {
                    hear(consumer, new Failing(consumer), log.subList(from, from + BATCH));
                }
            });
            for (int i = 0; i < REDRIVES_MAX && !heard.isDone(); i++) {
                redrive(operator);
            }
            heard.get();
            redrive(operator);

            assertThat(operator.number("select count(*) from effect")).isEqualTo(FACTS);
            assertThat(operator.number("""
                    select count(*) from (select version - lag(version, 1, 0::bigint) over (order by id) as step
                        from effect) steps where step <> 1
                    """)).as("effects out of order").isZero();
            assertThat(operator.number("select count(*) from parked_fact")).isZero();
        }
    }

    private static void hear(SharedDatabase database, Writing hearing, List<Message> batch) {
        var machine = new FeedMachine<>(database, hearing, batch);
        while (machine.hasMore()) {
            machine.step();
        }
    }

    private static void redrive(SharedDatabase database) {
        var redrive = new Redrive<>(database, new Writing(database), new Key(FIRST.topic(), SUBJECT));
        while (redrive.hasMore()) {
            redrive.step();
        }
    }

    private static Message fact(long version) {
        var headers = Map.of(
                "ce_id", new UUID(version, 7).toString(),
                "ce_source", "/lodestone/race",
                "ce_type", "io.lodestone.race.run.v1",
                "ce_subject", SUBJECT.toString(),
                "ce_version", Long.toString(version),
                "ce_time", "2026-03-01T12:00:00Z",
                "ce_actor", "carl");
        return new Message(FIRST, version - 1, SUBJECT.toString(), headers, "{}".getBytes(UTF_8));
    }

    private static class Writing implements Hearing<Envelope> {

        private final SharedDatabase database;

        Writing(SharedDatabase database) {
            this.database = database;
        }

        @Override
        public String topic() {
            return FIRST.topic();
        }

        @Override
        public Optional<Envelope> read(Envelope envelope) {
            return Optional.of(envelope);
        }

        @Override
        public void on(List<Envelope> heard) {
            heard.forEach(database::effect);
        }
    }

    /** Holds the key again and again. */
    private static final class Failing extends Writing {

        Failing(SharedDatabase database) {
            super(database);
        }

        @Override
        public void on(List<Envelope> heard) {
            if (heard.stream().anyMatch(fact -> fact.version() % 30 == 1)) {
                throw new IllegalStateException("mended for the operator only");
            }
            super.on(heard);
        }
    }
}
