package io.lodestone.chassis.feed;

import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record of a topic as a feed would, for those that go through a topic again without hearing it. */
public final class FactReading {

    private FactReading() {}

    /** Empty for types that this build does not know, and for what a feed would park. */
    public static <E extends Event> Optional<Heard<E>> read(Topic<E> topic, ConsumerRecord<String, byte[]> taken) {
        try {
            return new TypedHearing<>(new Silent<>(topic)).read(Envelope.of(Message.of(taken)));
        } catch (NotAFact e) {
            return Optional.empty();
        }
    }

    /** As {@link #read}, for who reads the data himself. */
    public static Optional<Envelope> envelope(ConsumerRecord<String, byte[]> taken) {
        try {
            return Optional.of(Envelope.of(taken));
        } catch (NotAFact e) {
            return Optional.empty();
        }
    }

    private record Silent<E extends Event>(Topic<E> topic) implements Feed<E> {
        @Override
        public void on(List<Heard<E>> heard) {
            throw new IllegalStateException("read only");
        }
    }
}
