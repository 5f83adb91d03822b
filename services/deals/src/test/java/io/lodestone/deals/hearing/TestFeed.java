package io.lodestone.deals.hearing;

import io.lodestone.chassis.feed.Feed;
import io.lodestone.chassis.feed.Heard;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import java.util.List;
import java.util.function.Consumer;

/** What a feed does, without a runner. */
record TestFeed<E extends Event>(Topic<E> topic, Consumer<List<Heard<E>>> effect) implements Feed<E> {

    @Override
    public void on(List<Heard<E>> heard) {
        effect.accept(heard);
    }
}
