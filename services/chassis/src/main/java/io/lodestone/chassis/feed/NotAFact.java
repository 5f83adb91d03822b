package io.lodestone.chassis.feed;

/** A record that can never be taken in as it is; it is parked with this message as its cause. */
final class NotAFact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAFact(String message) {
        super(message);
    }
}
