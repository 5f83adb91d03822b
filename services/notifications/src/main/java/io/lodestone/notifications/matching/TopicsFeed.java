package io.lodestone.notifications.matching;

import io.lodestone.chassis.feed.FeedRunner;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears every topic, each through a channel of its own, so that none waits for another. */
@ApplicationScoped
class TopicsFeed {

    private final FeedRunner runner;
    private final Matching matching;

    TopicsFeed(FeedRunner runner, Matching matching) {
        this.runner = runner;
        this.matching = matching;
    }

    @Incoming("deals")
    @Blocking
    void deals(ConsumerRecords<String, byte[]> records) {
        runner.hear("deals", records, matching);
    }

    @Incoming("offtakes")
    @Blocking
    void offtakes(ConsumerRecords<String, byte[]> records) {
        runner.hear("offtakes", records, matching);
    }

    @Incoming("projects")
    @Blocking
    void projects(ConsumerRecords<String, byte[]> records) {
        runner.hear("projects", records, matching);
    }

    @Incoming("stockpiles")
    @Blocking
    void stockpiles(ConsumerRecords<String, byte[]> records) {
        runner.hear("stockpiles", records, matching);
    }

    @Incoming("limits")
    @Blocking
    void limits(ConsumerRecords<String, byte[]> records) {
        runner.hear("limits", records, matching);
    }

    @Incoming("exposure")
    @Blocking
    void exposure(ConsumerRecords<String, byte[]> records) {
        runner.hear("exposure", records, matching);
    }
}
