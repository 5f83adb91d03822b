package io.lodestone.notifications.matching;

import io.lodestone.chassis.feed.FeedRunner;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the topic of deals. */
@ApplicationScoped
class DealsFeed {

    private final FeedRunner runner;
    private final Matching matching;

    DealsFeed(FeedRunner runner, Matching matching) {
        this.runner = runner;
        this.matching = matching;
    }

    @Incoming("deals")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("deals", records, matching);
    }
}
