package io.lodestone.chassis.feed;

import java.util.List;
import java.util.Set;

/** A {@link Feed} that takes facts of several topics as they stand there, also those of types it does not know. */
public interface RawFeed<T> {

    /** The names of the topics. */
    Set<String> topics();

    /** @throws IllegalArgumentException when the data are not what this feed can read; the fact is parked then */
    T read(Envelope envelope);

    void on(List<T> heard);
}
