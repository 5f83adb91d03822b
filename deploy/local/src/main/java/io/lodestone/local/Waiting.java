package io.lodestone.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, for a bounded time. */
public final class Waiting {

    private static final Duration STEP = Duration.ofMillis(50);

    private Waiting() {}

    /** @throws Trouble when it does not become true in time */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        if (!within(atMost, condition)) {
            throw new Trouble("Waited " + atMost.toSeconds() + " s in vain for " + what + ".");
        }
    }

    /** False when it does not become true in time. */
    public static boolean within(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }
}
