package io.lodestone.notifications.matching;

import io.lodestone.chassis.feed.FeedRunner;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the topic of stockpiles. */
@ApplicationScoped
class StockpilesFeed {

    private final FeedRunner runner;
    private final Matching matching;

    StockpilesFeed(FeedRunner runner, Matching matching) {
        this.runner = runner;
        this.matching = matching;
    }

    @Incoming("stockpiles")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("stockpiles", records, matching);
    }
}
