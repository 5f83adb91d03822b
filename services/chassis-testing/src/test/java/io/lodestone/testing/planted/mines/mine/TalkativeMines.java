package io.lodestone.testing.planted.mines.mine;

import jakarta.enterprise.context.ApplicationScoped;

/** Planted: a repository that knows Kafka. */
@ApplicationScoped
public class TalkativeMines {
    org.apache.kafka.common.TopicPartition partition;
}
