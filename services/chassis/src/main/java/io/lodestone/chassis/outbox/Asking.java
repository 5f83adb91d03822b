package io.lodestone.chassis.outbox;

/** Knows who asks for what is being done now. */
public interface Asking {

    /** @throws IllegalStateException when no request is being served */
    Provenance provenance();
}
