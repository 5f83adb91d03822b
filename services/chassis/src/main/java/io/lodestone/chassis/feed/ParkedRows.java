package io.lodestone.chassis.feed;

import io.lodestone.chassis.feed.FeedRows.Hold;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Parked facts as one open transaction sees them. */
interface ParkedRows {

    /**
     * Holds all partitions of a topic until the transaction ends: what {@link FeedRows#lock} holds one of. Consumers
     * cannot add to a key's queue, or overtake it, while somebody goes on with it.
     */
    void lockTopic(String topic);

    /** Empty for an id that is not parked, or no longer. */
    Optional<Entry> find(long id);

    /** The first of those that hold back a key or wait, in the order they are to be taken in: by version. */
    List<Entry> queue(Key key, int limit);

    /** The id of the one that holds back the key; empty when nobody does. */
    OptionalLong blocking(Key key);

    void remove(Collection<Long> ids);

    /** Makes this entry the one that holds back its key. */
    void block(Entry entry, String cause);

    /** Gives an entry up; it stays on record. */
    void skip(Entry entry, Skip skip);

    /** A key of a topic. */
    record Key(String topic, UUID subject) {}

    /** A parked record. */
    record Entry(long id, Message message, Hold hold) {

        Key key() {
            return new Key(message.topic(), envelope().subject());
        }

        /** @throws NotAFact for what was set aside */
        Envelope envelope() {
            return Envelope.of(message);
        }
    }

    /** Who gives a fact up, and why. */
    record Skip(String by, String reason) {}
}
