package io.lodestone.chassis.feed;

import java.util.List;
import java.util.Optional;

/** A service's feed of one topic, as the machine sees it. */
interface Hearing<T> {

    String topic();

    /** Empty for a type that this build does not know: its producer may be ahead of us. Whatever it throws parks the fact. */
    Optional<T> read(Envelope envelope);

    /** The effect; runs in the transaction that {@link FeedDatabase} opened, and may throw. */
    void on(List<T> heard);
}
