package io.lodestone.chassis.feed;

import java.util.List;

/** A {@link Feed} that takes facts as they stand on the topic, of types it may not know. */
@FunctionalInterface
public interface RawFeed {

    void on(List<Envelope> heard);
}
