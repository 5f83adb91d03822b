package io.lodestone.chassis.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.stream.Stream;

/** The feeds of this service, by topic. */
@ApplicationScoped
class Feeds {

    private final Instance<Feed<?>> feeds;
    private final Instance<RawFeed<?>> rawFeeds;

    Feeds(@Any Instance<Feed<?>> feeds, @Any Instance<RawFeed<?>> rawFeeds) {
        this.feeds = feeds;
        this.rawFeeds = rawFeeds;
    }

    /** @throws IllegalStateException when this service does not hear the topic, or no longer */
    Hearing<?> of(String topic) {
        Stream<Hearing<?>> typed =
                feeds.stream().filter(feed -> feed.topic().name().equals(topic)).map(TypedHearing::new);
        Stream<Hearing<?>> raw = rawFeeds.stream()
                .filter(feed -> feed.topics().contains(topic))
                .map(feed -> new RawHearing<>(topic, feed));
        return Stream.concat(typed, raw)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this service does not hear " + topic));
    }
}
