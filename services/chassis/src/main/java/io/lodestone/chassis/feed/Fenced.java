package io.lodestone.chassis.feed;

/** These records are not the next ones to be heard here: another consumer was faster, or an earlier batch failed. */
final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Fenced(String message) {
        super(message);
    }
}
