package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Twenty members of a group; every second some leave and as many join, while facts keep coming. Each has its effect
 * once, in version order. {@code -Dlodestone.storm.seconds} says how long; a minute with {@code -Pfaults}.
 */
class RebalanceStormTest {

    private static final String TOPIC = "storm";
    private static final int MEMBERS = 20;
    private static final int CHANGES_A_SECOND = 5;
    private static final int SUBJECTS = 50;
    private static final int STORM_SECONDS = Integer.getInteger("lodestone.storm.seconds", 20);

    private record Alive(StormMember member, Future<?> end) {}

    @Test
    void everyEffectHappensOnceWhileMembersComeAndGo() throws Exception {
        var where = SharedDatabase.make("storm");
        var kafka = String.valueOf(where.get("kafka.bootstrap.servers"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1)))
                    .all()
                    .get(20, SECONDS);
        }
        long said;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var database = SharedDatabase.open(where)) {
            var members = new ArrayDeque<Alive>();
            for (int i = 0; i < MEMBERS; i++) {
                members.add(join(threads, kafka, where));
            }
            said = storm(members, () -> join(threads, kafka, where), kafka);
            while (members.size() > 3) {
                leave(members);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> database.number("select count(*) from effect") >= said);
            while (!members.isEmpty()) {
                leave(members);
            }
            assertThat(database.number("select count(*) from effect")).isEqualTo(said);
            assertThat(database.number("select count(*) from (select distinct subject, version from effect) once"))
                    .isEqualTo(said);
            assertThat(database.number("""
                    select count(*) from (select version - lag(version, 1, 0::bigint)
                        over (partition by subject order by id) as step from effect) steps where step <> 1
                    """)).as("facts heard out of order").isZero();
            assertThat(database.number("select count(*) from parked_fact")).isZero();
            assertThat(database.number("select sum(next_offset) from feed_offset"))
                    .isEqualTo(said);
        }
    }

    /** Speaks and lets members come and go; gives how many facts were said. */
    private static long storm(ArrayDeque<Alive> members, Supplier<Alive> join, String kafka)
            throws ExecutionException, InterruptedException {
        long said = 0;
        var chance = new Random(20);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new ByteArraySerializer())) {
            for (int version = 1, tenth = 0; tenth < STORM_SECONDS * 10; tenth++, version++) {
                for (int subject = 0; subject < SUBJECTS; subject++) {
                    producer.send(fact(new UUID(7, subject), version));
                    said++;
                }
                if (chance.nextInt(10) < CHANGES_A_SECOND) {
                    leave(members);
                    members.add(join.get());
                }
                Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            }
            producer.flush();
        }
        return said;
    }

    private static Alive join(ExecutorService threads, String kafka, Map<String, String> where) {
        var member = new StormMember(TOPIC, kafka, where);
        return new Alive(member, threads.submit(member));
    }

    /** The one that has been there longest. */
    private static void leave(ArrayDeque<Alive> members) throws ExecutionException, InterruptedException {
        var oldest = members.remove();
        if (oldest.end().isDone()) {
            oldest.end().get(); // tells what made it fail
        }
        oldest.member().leave();
    }

    private static ProducerRecord<String, byte[]> fact(UUID subject, long version) {
        var fact = new ProducerRecord<>(TOPIC, subject.toString(), "{}".getBytes(UTF_8));
        Map.of(
                        "ce_id", new UUID(version, subject.getLeastSignificantBits()).toString(),
                        "ce_source", "/lodestone/storm",
                        "ce_type", "io.lodestone.storm.blown.v1",
                        "ce_subject", subject.toString(),
                        "ce_version", Long.toString(version),
                        "ce_time", "2026-03-01T12:00:00Z",
                        "ce_actor", "carl")
                .forEach((name, value) -> fact.headers().add(name, value.getBytes(UTF_8)));
        return fact;
    }
}
