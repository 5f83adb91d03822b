package io.lodestone.chassis.outbox;

import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import java.util.List;

/** Facts to be told to the world, written in the caller's transaction and published after it. */
public interface Outbox {

    /**
     * Says who and why from the request that is being served.
     *
     * @throws IllegalStateException when no transaction is active: a fact without a commit is a rumour; or when no
     *     request is being served
     */
    <E extends Event> void add(Topic<E> topic, E event);

    /** As {@link #add}, for many facts at once: they cost one way to the database. */
    <E extends Event> void addAll(Topic<E> topic, List<? extends E> events);

    /** As {@link #addAll}, for facts that follow from another one. */
    <E extends Event> void addAll(Topic<E> topic, List<? extends E> events, Provenance provenance);

    /** As {@link #addAll}, for facts that each follow from another one. */
    <E extends Event> void addAllCaused(Topic<E> topic, List<? extends Caused<? extends E>> caused);

    /** For facts that follow from other facts. @throws IllegalStateException when no transaction is active */
    <E extends Event> void add(Topic<E> topic, E event, Provenance provenance);
}
