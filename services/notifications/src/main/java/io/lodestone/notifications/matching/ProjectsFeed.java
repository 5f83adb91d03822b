package io.lodestone.notifications.matching;

import io.lodestone.chassis.feed.FeedRunner;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the topic of projects. */
@ApplicationScoped
class ProjectsFeed {

    private final FeedRunner runner;
    private final Matching matching;

    ProjectsFeed(FeedRunner runner, Matching matching) {
        this.runner = runner;
        this.matching = matching;
    }

    @Incoming("projects")
    @Blocking
    void hear(ConsumerRecords<String, byte[]> records) {
        runner.hear("projects", records, matching);
    }
}
