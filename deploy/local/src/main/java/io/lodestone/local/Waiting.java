package io.lodestone.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, for a bounded time. */
public final class Waiting {

    private static final Duration STEP = Duration.ofMillis(50);

    private Waiting() {}

    /** @throws Trouble when it does not become true in time */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        until(what, atMost, STEP, condition);
    }

    /** @param step between two looks @throws Trouble when it does not become true in time */
    public static void until(String what, Duration atMost, Duration step, BooleanSupplier condition) {
        if (!within(atMost, step, condition)) {
            throw new Trouble("Waited " + atMost.toSeconds() + " s in vain for " + what + ".");
        }
    }

    /** False when it does not become true in time. */
    public static boolean within(Duration atMost, BooleanSupplier condition) {
        return within(atMost, STEP, condition);
    }

    private static boolean within(Duration atMost, Duration step, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(step);
        }
        return true;
    }

    private static void pause(Duration step) {
        try {
            Thread.sleep(step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }
}
