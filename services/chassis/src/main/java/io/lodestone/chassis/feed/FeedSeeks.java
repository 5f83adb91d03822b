package io.lodestone.chassis.feed;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps consumers at the offsets our database knows: on assignment, and again after a batch that failed. Never jumps:
 * where the stored offset does not fit the log, the partition stops.
 */
@ApplicationScoped
@Default
@Identifier("feeds")
class FeedSeeks implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(FeedSeeks.class);

    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);
    private static final Duration SEEK_MAX = Duration.ofSeconds(30);

    private final FeedPositions positions;
    private final KafkaLogs logs;
    private final Stops stops;
    private final KafkaClientService clients;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Set<TopicPartition> unplaced = ConcurrentHashMap.newKeySet();
    private final Set<TopicPartition> paused = ConcurrentHashMap.newKeySet();

    FeedSeeks(FeedPositions positions, KafkaLogs logs, Stops stops, KafkaClientService clients) {
        this.positions = positions;
        this.logs = logs;
        this.stops = stops;
        this.clients = clients;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        try {
            place(consumer, assigned);
        } catch (RuntimeException e) {
            // thrown from here, it would leave the consumer without a place for good
            LOG.warnf("%s are placed later: %s", assigned, e.getMessage());
            unplaced.addAll(assigned);
        }
    }

    /** Partitions whose place could not be found when they were assigned. */
    Set<TopicPartition> unplaced() {
        return Set.copyOf(unplaced);
    }

    void wentWell(String channel) {
        failures.remove(channel);
    }

    /** Places every consumer of this instance anew that has some of these partitions. */
    void placeAgain(Collection<TopicPartition> partitions) {
        for (var channel : clients.getConsumerChannels()) {
            onPollingThread(channel, consumer -> {
                var mine = new HashSet<>(partitions);
                mine.retainAll(consumer.assignment());
                place(consumer, mine);
            });
        }
        unplaced.removeAll(partitions); // the others are somebody else's by now
    }

    /**
     * Waits a little longer after each failure in a row (100 ms to 5 s), then lets the consumer fetch again: from the
     * stored position, or from the batch itself while the database is away. What of it was heard already is stepped over.
     */
    void rewind(String channel, List<Message> messages, RuntimeException cause) {
        int inARow = failures.merge(channel, 1, Integer::sum);
        if (inARow > 1 || !(cause instanceof Fenced)) {
            LOG.warnf("%s waits and tries again: %s", channel, cause.getMessage());
            pause(Duration.ofMillis(Math.min(PAUSE_MAX.toMillis(), 100L << Math.min(inARow, 10))));
        }
        var firsts = messages.stream().collect(Collectors.toMap(Message::partition, Message::offset, Math::min));
        onPollingThread(channel, consumer -> {
            firsts.keySet().retainAll(consumer.assignment());
            try {
                place(consumer, firsts.keySet());
            } catch (IllegalStateException e) {
                LOG.debugf(e, "the stored positions cannot be read now");
                firsts.forEach(consumer::seek);
            }
        });
    }

    private void place(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        var stored = positions.all(); // before the log is asked, whose end only grows
        var extents = logs.of(partitions);
        for (var partition : partitions) {
            place(consumer, partition, stored.get(partition), extents.get(partition));
        }
    }

    private void place(
            Consumer<?, ?> consumer, TopicPartition partition, @Nullable Position stored, @Nullable LogExtent log) {
        if (log == null) {
            if (stored == null) {
                throw new IllegalStateException("the broker does not say where " + partition + " begins");
            }
            consumer.seek(partition, stored.next()); // whether it fits is looked at again soon
            return;
        }
        positions.begin(partition, log);
        var position = stored == null ? new Position(log.beginning(), log.topicId()) : stored;
        position.wrongIn(log, partition)
                .ifPresentOrElse(
                        detail -> {
                            stops.stop(partition, detail);
                            consumer.seek(partition, log.end()); // a place must be named; nothing is taken from there
                            consumer.pause(Set.of(partition));
                            paused.add(partition);
                        },
                        () -> {
                            stops.go(partition);
                            consumer.seek(partition, position.next());
                            if (paused.remove(partition)) {
                                consumer.resume(Set.of(partition));
                            }
                        });
    }

    private void onPollingThread(String channel, java.util.function.Consumer<Consumer<Object, Object>> action) {
        clients.getConsumer(channel).runOnPollingThread(action).await().atMost(SEEK_MAX);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
