package io.lodestone.chassis.feed;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Keeps consumers at the offsets our database knows: on assignment, and again after a batch that failed. */
@ApplicationScoped
@Default
@Identifier("feeds")
class FeedSeeks implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(FeedSeeks.class);

    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    private final FeedPositions positions;
    private final KafkaClientService clients;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    FeedSeeks(FeedPositions positions, KafkaClientService clients) {
        this.positions = positions;
        this.clients = clients;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        seek(consumer, assigned);
    }

    void wentWell(String channel) {
        failures.remove(channel);
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
        var targets = storedOr(firsts);
        clients.getConsumer(channel)
                .runOnPollingThread(consumer -> {
                    targets.keySet().retainAll(consumer.assignment());
                    targets.forEach((partition, offset) -> consumer.seek(partition, offset));
                })
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private Map<TopicPartition, Long> storedOr(Map<TopicPartition, Long> firsts) {
        var stored = new HashMap<TopicPartition, Long>(firsts);
        try {
            for (var partition : firsts.keySet()) {
                positions.find(partition).ifPresent(offset -> stored.put(partition, offset));
            }
        } catch (SQLException e) {
            LOG.debugf(e, "the stored positions cannot be read now");
        }
        return stored;
    }

    private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            for (var partition : partitions) {
                var stored = positions.find(partition);
                if (stored.isEmpty()) {
                    var beginnings = consumer.beginningOffsets(List.of(partition));
                    positions.begin(partition, beginnings.getOrDefault(partition, 0L));
                }
                consumer.seek(partition, positions.find(partition).orElseThrow());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not find where to go on hearing " + partitions, e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
