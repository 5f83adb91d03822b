package io.lodestone.chassis.feed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** Asks the broker what its logs hold. */
@ApplicationScoped
class KafkaLogs {

    private static final Logger LOG = Logger.getLogger(KafkaLogs.class);

    private static final int ANSWER_SECONDS_MAX = 5;

    private final Map<String, Object> broker;

    KafkaLogs(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** Those of {@code partitions} the broker knows; empty when it does not answer. */
    Map<TopicPartition, LogExtent> of(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        // a client of its own each time: one made while the broker had no address yet is of no use later
        try (var admin = Admin.create(config())) {
            return ask(admin, partitions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debugf("the broker does not say what its logs hold: %s", e.getMessage());
            return Map.of();
        }
    }

    private static Map<TopicPartition, LogExtent> ask(Admin admin, Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        var ids = new HashMap<TopicPartition, String>();
        var topics = partitions.stream().map(TopicPartition::topic).collect(toSet());
        for (var asked : admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                var topic = asked.getValue().get(ANSWER_SECONDS_MAX, SECONDS);
                topic.partitions()
                        .forEach(partition -> ids.put(
                                new TopicPartition(topic.name(), partition.partition()),
                                topic.topicId().toString()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        ids.keySet().retainAll(partitions);
        var beginnings = offsets(admin, ids.keySet().stream(), OffsetSpec.earliest());
        var ends = offsets(admin, ids.keySet().stream(), OffsetSpec.latest());
        return ids.keySet().stream()
                .collect(toMap(
                        partition -> partition,
                        partition -> new LogExtent(
                                ids.getOrDefault(partition, ""),
                                beginnings.getOrDefault(partition, 0L),
                                ends.getOrDefault(partition, 0L))));
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Stream<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        var asked = partitions.collect(toMap(partition -> partition, partition -> which));
        var found = admin.listOffsets(asked).all().get(ANSWER_SECONDS_MAX, SECONDS);
        return found.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(broker);
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "feed-logs");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_SECONDS_MAX * 1_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_SECONDS_MAX * 1_000);
        return config;
    }
}
