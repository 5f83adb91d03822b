package io.lodestone.chassis.feed;

import java.util.List;
import java.util.Optional;

/** Hands one topic's facts to a feed of many. */
record RawHearing<T>(String topic, RawFeed<T> feed) implements Hearing<T> {

    @Override
    public Optional<T> read(Envelope envelope) {
        return Optional.of(feed.read(envelope));
    }

    @Override
    public void on(List<T> heard) {
        feed.on(heard);
    }
}
