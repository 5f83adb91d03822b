package io.lodestone.query.rebuilding;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What other threads do for a rebuild ends as if its own had done it. */
final class Awaiting {

    private Awaiting() {}

    /**
     * @throws Error                 that ended the work
     * @throws IllegalStateException when it failed otherwise
     */
    static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a part could not be read or written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a part was read or written", e);
        }
    }
}
