package io.lodestone.chassis.feed;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells whether this service is about to end. Pools and beans go one after the other then: what fails is no fact's fault. */
@ApplicationScoped
class Ending {

    private volatile boolean begun;

    void begin(@Observes ShutdownEvent ending) {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
