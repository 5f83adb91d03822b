package io.lodestone.stories;

import io.lodestone.local.Service;
import io.lodestone.stories.invariants.Evidence.Partition;
import io.lodestone.stories.invariants.Evidence.Sample;
import io.lodestone.stories.invariants.Evidence.Stored;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** Looks at the stored offsets once a second while a run goes on. What does not answer is not in the sample. */
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
                samples.add(
                        new Sample(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin), stored, ends(topics)));
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

    private static Map<Partition, Long> ends(Topics topics) {
        try {
            return topics.ends(PATIENCE);
        } catch (KafkaException e) {
            return Map.of();
        }
    }
}
