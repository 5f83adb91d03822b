package io.lodestone.chassis.outbox;

import java.time.Duration;

/** How fast facts come, by how many looks found in the last tenth of a second. */
final class Pace {

    private static final long WINDOW = Duration.ofMillis(100).toNanos();

    /** 300 a second: above it a look for each fact costs more than a little wait. */
    private static final int FACTS = 30;

    private long begun;
    private int facts;
    private boolean fast;

    /** @param now nanoseconds of {@link System#nanoTime} */
    Pace(long now) {
        this.begun = now;
    }

    /** @param facts how many a look at {@code now} found */
    void found(int facts, long now) {
        this.facts += facts;
        if (now - begun >= WINDOW) {
            fast = this.facts * WINDOW > FACTS * (now - begun);
            this.facts = 0;
            begun = now;
        }
    }

    boolean isFast() {
        return fast;
    }
}
