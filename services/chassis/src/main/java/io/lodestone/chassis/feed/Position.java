package io.lodestone.chassis.feed;

import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far a partition is heard.
 *
 * @param next    the next offset to be heard
 * @param topicId of the topic it counts in; null when it was stored before ids were
 */
record Position(long next, @Nullable String topicId) {

    /** Why hearing must not go on from here; empty when all is well. */
    Optional<String> wrongIn(LogExtent log, TopicPartition partition) {
        if (topicId != null && !topicId.equals(log.topicId())) {
            return Optional.of(
                    "%s was made anew: we heard up to %d of topic id %s, but it has id %s now, offsets %d to %d. %s"
                            .formatted(
                                    partition,
                                    next,
                                    topicId,
                                    log.topicId(),
                                    log.beginning(),
                                    log.end(),
                                    toDo(partition)));
        }
        if (next < log.beginning() || next > log.end()) {
            return Optional.of("%s is to be heard from %d on, but its log has offsets %d to %d. %s"
                    .formatted(partition, next, log.beginning(), log.end(), toDo(partition)));
        }
        return Optional.empty();
    }

    private static String toDo(TopicPartition partition) {
        return "Let the producer send again what is missing (select outbox_refill(since)), then POST /v1/feeds/"
                + partition.topic() + "/restart: it is heard from its beginning, and what was heard is stepped over.";
    }
}
