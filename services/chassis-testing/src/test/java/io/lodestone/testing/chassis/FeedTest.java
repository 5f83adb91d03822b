package io.lodestone.testing.chassis;

import static io.lodestone.testing.chassis.BellEvent.BELLS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.feed.FeedPositions;
import io.lodestone.chassis.feed.ParkedFacts;
import io.lodestone.chassis.feed.ParkedFacts.ParkedFact;
import io.lodestone.chassis.feed.ParkedFacts.Status;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.TopicSpeaker;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Each fact has its effect once; what cannot be taken in holds up its own key and nothing else. */
@QuarkusTest
@WithBackbone(service = "bells")
class FeedTest {

    private final Belfry belfry;
    private final ParkedFacts parked;
    private final FeedPositions positions;
    private final KafkaClientService clients;

    FeedTest(Belfry belfry, ParkedFacts parked, FeedPositions positions, KafkaClientService clients) {
        this.belfry = belfry;
        this.parked = parked;
        this.positions = positions;
        this.clients = clients;
    }

    @Test
    void aFactThatComesTwiceIsHeardOnce() {
        var bell = UUID.randomUUID();
        var first = BellEvent.rung(bell, 1, 3);
        var second = BellEvent.rung(bell, 2, 4);
        TopicSpeaker.say(BELLS, first, second, first, second, first);
        eventually(() -> assertThat(belfry.strokes(bell)).isEqualTo(7));
        heardAll();
        assertThat(belfry.told(bell)).isEqualTo("1 2");
    }

    @Test
    void rewindingTheConsumerDoublesNothing() {
        var bell = UUID.randomUUID();
        TopicSpeaker.say(BELLS, BellEvent.rung(bell, 1, 5));
        eventually(() -> assertThat(belfry.strokes(bell)).isEqualTo(5));
        clients.getConsumer("bells")
                .runOnPollingThread(consumer -> {
                    consumer.seekToBeginning(consumer.assignment());
                })
                .await()
                .atMost(Duration.ofSeconds(10));
        heardAll();
        assertThat(belfry.strokes(bell)).isEqualTo(5);
    }

    @Test
    void oneBadFactOfFiveHundredCostsTheOthersNothing() {
        var bells = IntStream.range(0, 499).mapToObj(i -> UUID.randomUUID()).toList();
        var bad = UUID.randomUUID();
        var said = new ArrayList<BellEvent>(
                bells.stream().map(bell -> BellEvent.rung(bell, 1, 1)).toList());
        said.add(217, BellEvent.rung(bad, 1, Belfry.TOO_LOUD));
        said.add(BellEvent.rung(bad, 2, 1));
        TopicSpeaker.say(BELLS, said.toArray(BellEvent[]::new));
        eventually(() -> assertThat(parkedOf(bad)).hasSize(2));
        eventually(() -> assertThat(bells)
                .allSatisfy(bell -> assertThat(belfry.strokes(bell)).isEqualTo(1)));
        assertThat(parkedOf(bad)).extracting(ParkedFact::status).containsExactly(Status.BLOCKING, Status.WAITING);
        assertThat(parkedOf(bad).getFirst().cause()).contains("too loud");
        assertThat(parkedOf(bad).getFirst().waitingBehind()).isEqualTo(1);
        assertThat(parkedOf(bad).getLast().cause()).contains("waits behind");
        assertThat(belfry.strokes(bad)).isZero();
    }

    @Test
    void whatIsNotAFactIsParkedWithItsCause() {
        var key = UUID.randomUUID().toString();
        var headers = headers(key);
        TopicSpeaker.say("lodestone.stockpiles", key, Map.of(), "{}".getBytes(UTF_8));
        var wrongVersion = new HashMap<>(headers);
        wrongVersion.put("ce_version", "seven");
        TopicSpeaker.say("lodestone.stockpiles", key, wrongVersion, "{}".getBytes(UTF_8));
        TopicSpeaker.say("lodestone.stockpiles", key, headers, "not json {".getBytes(UTF_8));
        eventually(() -> assertThat(parkedOf(UUID.fromString(key)))
                .extracting(ParkedFact::cause)
                .anyMatch(cause -> cause.contains("ce_id is missing"))
                .anyMatch(cause -> cause.contains("not of its form"))
                .anyMatch(cause -> cause.contains("is not a io.lodestone.bells.bell-rung.v1")));
        var after = UUID.randomUUID();
        TopicSpeaker.say(BELLS, BellEvent.rung(after, 1, 1));
        eventually(() -> assertThat(belfry.strokes(after)).isEqualTo(1));
    }

    @Test
    void aTypeOfTheFutureIsSteppedOver() {
        var key = UUID.randomUUID();
        var headers = new HashMap<>(headers(key.toString()));
        headers.put("ce_type", "io.lodestone.bells.bell-melted.v1");
        TopicSpeaker.say("lodestone.stockpiles", key.toString(), headers, "{\"heat\":1}".getBytes(UTF_8));
        TopicSpeaker.say(BELLS, BellEvent.rung(key, 2, 6));
        eventually(() -> assertThat(belfry.strokes(key)).isEqualTo(6));
        assertThat(parkedOf(key)).isEmpty();
    }

    private static Map<String, String> headers(String key) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_source", "/lodestone/bells",
                "ce_type", "io.lodestone.bells.bell-rung.v1",
                "ce_subject", key,
                "ce_time", "2026-03-01T12:00:00Z",
                "ce_version", "1",
                "ce_actor", "carl");
    }

    private List<ParkedFact> parkedOf(UUID key) {
        return parked.list(List.of(Status.values()), 0, 10_000).stream()
                .filter(fact -> key.toString().equals(fact.key()))
                .toList();
    }

    /** Waits until the stored positions are where the topic ends. */
    private void heardAll() {
        eventually(() -> {
            long said = TopicReader.of(BELLS).all().size();
            long heard = positions.read().getOrDefault(BELLS.name(), Map.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(heard).isEqualTo(said);
        });
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }
}
