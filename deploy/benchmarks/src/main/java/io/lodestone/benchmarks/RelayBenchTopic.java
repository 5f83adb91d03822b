package io.lodestone.benchmarks;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** Sees when all rows of a round have come onto a topic, and adds up what the check of each round finds. */
final class RelayBenchTopic implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final long LOOK_MILLIS = 10;
    private static final long PATIENCE_SECONDS = 300;

    /** A relay that is slower than this has stopped. */
    private static final long RECORDS_A_SECOND_MIN = 2_000;

    private final String name;
    private final TopicChecker checker;
    private final Admin admin;
    private Map<TopicPartition, Long> begin = Map.of();
    private Verdict verdict = new Verdict(0, 0, 0, 0);

    /** Creates the topic when it is not there. */
    RelayBenchTopic(String name, String bootstrapServers) throws InterruptedException, ExecutionException {
        this.name = name;
        this.checker = new TopicChecker(bootstrapServers);
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        try {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    String name() {
        return name;
    }

    /** What comes from now on belongs to the next round. */
    void begin() {
        begin = checker.ends(Set.of(name));
    }

    /**
     * Waits until so many records have come since {@link #begin}.
     *
     * @return records a second, from {@code since} by {@link System#nanoTime}
     */
    double rate(int records, long since) throws InterruptedException, ExecutionException {
        long seconds = PATIENCE_SECONDS + records / RECORDS_A_SECOND_MIN;
        while (came() < records) {
            if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(seconds)) {
                throw new IllegalStateException(
                        came() + " of " + records + " records are on " + name + " after " + seconds + " s");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return records * 1e9 / (System.nanoTime() - since);
    }

    /** Reads the round again and compares it with what was committed. */
    void check(RelayBenchRows rows) {
        var found = checker.check(Set.of(name), begin, rows.facts());
        verdict = new Verdict(
                verdict.committed() + found.committed(),
                verdict.lost() + found.lost(),
                verdict.doubled() + found.doubled(),
                verdict.inverted() + found.inverted());
    }

    /** As {@link #check(RelayBenchRows)}, for more facts than their ids find room: those of {@code subjects}. */
    void check(Collection<UUID> subjects) {
        var found = new VersionCount(subjects);
        checker.eachFact(Set.of(name), begin, (id, fact) -> found.see(fact));
        verdict = found.against(RelayBenchRows.VERSIONS);
    }

    /** Of all rounds so far. */
    Verdict verdict() {
        return verdict;
    }

    private long came() throws InterruptedException, ExecutionException {
        var latest = begin.keySet().stream().collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        long came = 0;
        for (var end : admin.listOffsets(latest).all().get().entrySet()) {
            came += end.getValue().offset() - begin.getOrDefault(end.getKey(), 0L);
        }
        return came;
    }

    @Override
    public void close() {
        admin.close();
    }
}
