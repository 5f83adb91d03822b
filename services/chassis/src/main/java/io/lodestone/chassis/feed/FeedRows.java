package io.lodestone.chassis.feed;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What a feed keeps, as one open transaction sees it. */
interface FeedRows {

    /**
     * The next offset to be heard of each; those never assigned here are missing. Nobody else gets them before the
     * transaction ends: consumers of one partition, and whoever goes on with parked facts of it, take turns. Always
     * taken in the same order, so that two cannot hold what the other one waits for.
     */
    Map<TopicPartition, Long> lock(Set<TopicPartition> partitions);

    /** @param next of partitions that this transaction has locked */
    void advance(Map<TopicPartition, Long> next);

    /** The newest version heard of each subject; those never heard of are missing. */
    Map<UUID, Long> versions(String topic, Collection<UUID> subjects);

    void remember(String topic, Map<UUID, Long> versions);

    /** Those of {@code subjects} that have a parked fact others wait behind. */
    Set<UUID> blocked(String topic, Collection<UUID> subjects);

    /** Once for each fact, however often it is sent. */
    void park(Parking parking);

    /** What is parked, in the same transaction. */
    ParkedRows parked();

    /** How a parked record stands to later facts of its key. */
    enum Hold {
        /** It cannot be taken in; later facts of its key wait behind it. */
        BLOCKING,
        /** It waits behind a blocking one. */
        WAITING,
        /** It is no fact of any key we could tell; nobody waits for it. */
        ASIDE
    }

    /** @param envelope null exactly for what is set {@link Hold#ASIDE} */
    record Parking(Message message, @Nullable Envelope envelope, Hold hold, String cause) {}
}
