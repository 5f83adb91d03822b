package io.lodestone.testing;

import io.lodestone.chassis.outbox.Caused;
import io.lodestone.chassis.outbox.Outbox;
import io.lodestone.chassis.outbox.Provenance;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import java.util.ArrayList;
import java.util.List;

/** An outbox that remembers, for tests of use cases without a container. Every use case there is one transaction. */
public final class FakeOutbox implements Outbox {

    private static final Provenance SOMEBODY =
            new Provenance("somebody", "00-00000000000000000000000000000001-0000000000000001-01");

    /** A fact, the topic it was meant for, and who caused it. */
    public record Noted(Topic<?> topic, Event event, Provenance provenance) {}

    private final List<Noted> noted = new ArrayList<>();

    @Override
    public <E extends Event> void add(Topic<E> topic, E event) {
        add(topic, event, SOMEBODY);
    }

    @Override
    public <E extends Event> void addAll(Topic<E> topic, List<? extends E> events) {
        addAll(topic, events, SOMEBODY);
    }

    @Override
    public <E extends Event> void addAll(Topic<E> topic, List<? extends E> events, Provenance provenance) {
        events.forEach(event -> add(topic, event, provenance));
    }

    @Override
    public <E extends Event> void addAllCaused(Topic<E> topic, List<? extends Caused<? extends E>> caused) {
        caused.forEach(one -> add(topic, one.event(), one.provenance()));
    }

    /** @throws AssertionError when the subject's version leaves a gap or goes back: the database would refuse it */
    @Override
    public <E extends Event> void add(Topic<E> topic, E event, Provenance provenance) {
        var last = noted.stream()
                .filter(before -> before.topic().name().equals(topic.name()))
                .map(Noted::event)
                .filter(before -> before.subject().equals(event.subject()))
                .mapToLong(Event::version)
                .max();
        if (last.isPresent() && event.version() != last.getAsLong() + 1) {
            throw new AssertionError(
                    topic.typeOf(event) + " has version " + event.version() + " after version " + last.getAsLong());
        }
        noted.add(new Noted(topic, event, provenance));
    }

    /** All facts in the order they were added. */
    public List<Event> facts() {
        return noted.stream().map(Noted::event).toList();
    }

    /** The facts with what was said about them. */
    public List<Noted> noted() {
        return List.copyOf(noted);
    }

    /** @throws AssertionError when there is not exactly one fact, or it is of another class */
    public <E extends Event> E only(Class<E> type) {
        if (noted.size() != 1 || !type.isInstance(noted.getFirst().event())) {
            throw new AssertionError("expected one " + type.getSimpleName() + " and nothing else, but was " + facts());
        }
        return type.cast(noted.getFirst().event());
    }

    public void clear() {
        noted.clear();
    }
}
