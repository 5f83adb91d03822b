package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.chassis.simulation.Actor;
import io.lodestone.chassis.simulation.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** A topic and whoever writes to it: facts in version order, copies of what was sent before, and now and then nonsense. */
final class SimulatedTopic implements Actor {

    static final List<TopicPartition> PARTITIONS = IntStream.range(0, 3)
            .mapToObj(n -> new TopicPartition(Ledger.TOPIC, n))
            .toList();

    private static final int SUBJECTS = 7;
    private static final int RECORDS_MAX = 100;

    private final Stage stage;
    private final Map<UUID, Long> versions = new TreeMap<>();
    private final Map<TopicPartition, List<Message>> log = new LinkedHashMap<>();
    private int records;

    SimulatedTopic(Stage stage) {
        this.stage = stage;
        PARTITIONS.forEach(partition -> log.put(partition, new ArrayList<>()));
    }

    @Override
    public String name() {
        return "producer";
    }

    @Override
    public int weight() {
        return 6;
    }

    List<Message> of(TopicPartition partition) {
        return log.getOrDefault(partition, List.of());
    }

    @Override
    public void step() {
        if (stage.calm() || records > RECORDS_MAX) {
            return;
        }
        var subject = new UUID(0, stage.chance().below(SUBJECTS));
        switch (stage.chance().below(40)) {
            case 0 -> append(subject, headers(subject, next(subject), Figure.TYPE), "nonsense");
            case 1 -> append(subject, headers(subject, next(subject), Figure.TYPE), figure() + " true");
            case 2 ->
                append(
                        subject,
                        headers(subject, versions.getOrDefault(subject, 0L) + 3, Figure.TYPE),
                        figure() + " false");
            case 3 -> append(subject, Map.of(), "no headers");
            case 4, 5 -> append(subject, headers(subject, next(subject), "unknown.v1"), "?");
            case 6, 7, 8, 9 -> sendAgain(stage.chance().pick(PARTITIONS));
            default -> append(subject, headers(subject, next(subject), Figure.TYPE), figure() + " false");
        }
    }

    private void sendAgain(TopicPartition partition) {
        var sent = of(partition);
        int from = stage.chance().below(sent.size() + 1);
        int to = Math.min(sent.size(), from + stage.chance().between(1, 6));
        List.copyOf(sent.subList(from, to))
                .forEach(message -> append(partition, message.key(), message.headers(), message.data()));
    }

    private void append(UUID subject, Map<String, String> headers, String data) {
        var partition = PARTITIONS.get((int) (subject.getLeastSignificantBits() % PARTITIONS.size()));
        append(partition, subject.toString(), headers, data.getBytes(UTF_8));
    }

    private void append(TopicPartition partition, String key, Map<String, String> headers, byte[] data) {
        var messages = of(partition);
        records++;
        stage.say(
                "appends %s at %d: subject %s, version %s, %s",
                partition,
                messages.size(),
                key.substring(key.length() - 1),
                headers.getOrDefault("ce_version", "-"),
                (Supplier<String>) () -> new String(data, UTF_8));
        messages.add(new Message(partition, messages.size(), key, headers, data));
    }

    private long next(UUID subject) {
        return versions.merge(subject, 1L, Long::sum);
    }

    private String figure() {
        return stage.chance().pick(List.of("EUR ", "USD ", "AUD "))
                + stage.chance().below(1_000);
    }

    private Map<String, String> headers(UUID subject, long version, String type) {
        return Map.of(
                "ce_id",
                new UUID(1, stage.newId()).toString(),
                "ce_source",
                "simulation",
                "ce_type",
                type,
                "ce_subject",
                subject.toString(),
                "ce_version",
                Long.toString(version),
                "ce_time",
                "2026-01-01T00:00:00Z",
                "ce_actor",
                "somebody");
    }
}
