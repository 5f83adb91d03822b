package io.lodestone.query.rebuilding;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What other threads do for a rebuild ends as if its own had done it. */
final class Awaiting {

    private Awaiting() {}

    /** Throws what ended the work. @throws IllegalStateException for what is no unchecked exception */
    static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("could not be read or written: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while something was read or written", e);
        }
    }
}
