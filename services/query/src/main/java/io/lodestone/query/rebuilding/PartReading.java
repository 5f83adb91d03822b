package io.lodestone.query.rebuilding;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.known.ledger.Frozen;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a part on two threads, half of its deals on each, some polls behind the consumer. */
final class PartReading implements AutoCloseable {

    private static final ThreadFactory READERS =
            Thread.ofPlatform().daemon().name("rebuild-reads").factory();

    /** Polls of both halves that wait to be read. */
    private static final int WAITING_MAX = 16;

    private final Part part;
    private final List<Half> halves;
    private final Deque<Future<?>> waiting = new ArrayDeque<>();

    PartReading(Part part, Frozen frozen) {
        this.part = part;
        halves = part.halves().stream()
                .map(half -> new Half(new Histories(half, frozen), Executors.newSingleThreadExecutor(READERS)))
                .toList();
    }

    private record Half(Histories histories, ExecutorService thread) {

        Future<?> take(List<ConsumerRecord<String, byte[]>> records) {
            return thread.submit(() -> histories.take(records));
        }
    }

    /** All facts of each of its deals in version order. */
    Collection<List<DealFact>> read(TopicsAgain.Reading topics) {
        topics.read(new TopicPartition(DEALS.name(), part.partition()), part.end(), this::take);
        waiting.forEach(Awaiting::await);
        return halves.stream().flatMap(half -> half.histories.all().stream()).toList();
    }

    private void take(List<ConsumerRecord<String, byte[]>> records) {
        halves.forEach(half -> waiting.add(half.take(records)));
        while (waiting.size() > WAITING_MAX) {
            Awaiting.await(waiting.remove());
        }
    }

    @Override
    public void close() {
        halves.forEach(half -> half.thread.close());
    }
}
