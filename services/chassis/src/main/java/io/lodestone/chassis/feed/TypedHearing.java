package io.lodestone.chassis.feed;

import io.lodestone.chassis.json.EventCodec;
import io.lodestone.contracts.envelope.Event;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads facts as the records of their contract. */
record TypedHearing<E extends Event>(Feed<E> feed) implements Hearing<Heard<E>> {

    @Override
    public String topic() {
        return feed.topic().name();
    }

    @Override
    public Optional<Heard<E>> read(Envelope envelope) {
        return feed.topic().classOf(envelope.type()).map(type -> new Heard<>(envelope, event(envelope, type)));
    }

    @Override
    public void on(List<Heard<E>> heard) {
        feed.on(heard);
    }

    private static <E extends Event> E event(Envelope envelope, Class<? extends E> type) {
        try {
            return EventCodec.event(envelope.data(), type, envelope.subject(), envelope.version(), envelope.at());
        } catch (IOException e) {
            throw new NotAFact("the data is not a " + envelope.type() + ": " + e.getMessage());
        }
    }
}
