package io.lodestone.chassis.outbox;

import org.jspecify.annotations.Nullable;

/**
 * How far the outbox is sent: all that {@code sent} sees, and of what {@code upto} sees all up to {@code seq}.
 *
 * @param upto null between two rounds
 */
record Progress(Snapshot sent, @Nullable Snapshot upto, long seq) {

    /** Everything that {@code seen} sees is sent. */
    static Progress all(Snapshot seen) {
        return new Progress(seen, null, 0);
    }
}
