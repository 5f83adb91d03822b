package io.lodestone.stories;

import io.lodestone.local.Running;
import io.lodestone.local.Service;
import io.lodestone.stories.invariants.Course.Measured;
import io.lodestone.stories.invariants.Course.Partition;
import io.lodestone.stories.invariants.Course.Quantity;
import io.lodestone.stories.invariants.Course.Sample;
import io.lodestone.stories.invariants.Course.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** Looks at stored offsets and sizes once a second while a run goes on. What does not answer is not in the sample. */
final class Watch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Lodestone lodestone;
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final long begin = System.nanoTime();
    private final Thread thread;

    Watch(Lodestone lodestone) {
        this.lodestone = lodestone;
        this.thread = Thread.ofPlatform().name("watch").daemon().start(this::work);
    }

    /** So far. */
    List<Sample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void close() throws InterruptedException {
        end.countDown();
        thread.join(Duration.ofSeconds(30));
    }

    private void work() {
        try (var databases = new Databases(lodestone);
                var topics = new Topics(lodestone)) {
            while (!end.await(1, TimeUnit.SECONDS)) {
                var stored = stored(databases);
                long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
                samples.add(new Sample(second, stored, ends(topics), measured(databases)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<Stored> stored(Databases databases) {
        var stored = new ArrayList<Stored>();
        for (var service : Service.values()) {
            try {
                stored.addAll(databases.read(
                        service,
                        "select topic, partition, next_offset from feed_offset",
                        row -> new Stored(
                                service.title(), new Partition(row.getString(1), row.getInt(2)), row.getLong(3))));
            } catch (SQLException e) {
                // killed or stopped at the moment: the next sample has it
            }
        }
        return stored;
    }

    private List<Measured> measured(Databases databases) {
        var measured = new ArrayList<Measured>();
        for (var service : Service.values()) {
            try {
                measured.addAll(databases
                        .read(
                                service,
                                "select (select count(*) from parked_fact), (select unsent from outbox_waiting())",
                                row -> List.of(
                                        new Measured(service.title(), Quantity.PARKED_FACTS, row.getLong(1)),
                                        new Measured(service.title(), Quantity.UNSENT_FACTS, row.getLong(2))))
                        .getFirst());
            } catch (SQLException e) {
                // as above
            }
            resident(service.title()).ifPresent(measured::add);
        }
        resident("kafka").ifPresent(measured::add);
        measured.add(new Measured("postgres", Quantity.WAL_MIB, mebibytesOfWal()));
        return measured;
    }

    private Optional<Measured> resident(String name) {
        return Running.find(name, lodestone.home().resolve("run"))
                .map(process -> new Measured(name, Quantity.RESIDENT_MIB, process.residentMebibytes()));
    }

    private long mebibytesOfWal() {
        try (var files = Files.list(lodestone.home().resolve("postgres/data/pg_wal"))) {
            return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
        } catch (IOException e) {
            return 0; // a file went while we looked: the next sample has it
        }
    }

    private static Map<Partition, Long> ends(Topics topics) {
        try {
            return topics.ends(PATIENCE);
        } catch (KafkaException e) {
            return Map.of();
        }
    }
}
