package io.lodestone.chassis.feed;

/** The service's own database, where effects and offsets commit together. */
interface FeedDatabase {

    /**
     * Runs the work in one transaction; what it throws rolls all of it back.
     *
     * @throws Away when it did not commit for a reason that passes by itself
     */
    <R> R inTransaction(Work<R> work);

    @FunctionalInterface
    interface Work<R> {
        R in(FeedRows rows);
    }

    /** The database is away, busy, or chose us as a deadlock's victim: the same may go well later. */
    final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
