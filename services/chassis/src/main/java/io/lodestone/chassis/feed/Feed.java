package io.lodestone.chassis.feed;

import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import java.util.List;

/**
 * What a service does with another service's facts. One call is part of one transaction together with the stored
 * offset, so an exception leaves neither the effect nor the offset behind. Each fact is handed over once, facts of one
 * subject in version order.
 */
public interface Feed<E extends Event> {

    Topic<E> topic();

    void on(List<Heard<E>> heard);
}
