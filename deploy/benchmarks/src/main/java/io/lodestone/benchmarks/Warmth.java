package io.lodestone.benchmarks;

import io.lodestone.local.Progress;
import java.time.Duration;
import java.util.Locale;

/**
 * Brings a side to the speed that it keeps. On two cores the compilers of six processes need minutes for that, so the end
 * is not a time but a rate that no longer grows.
 */
final class Warmth {

    static final Duration WINDOW = Duration.ofSeconds(10);

    /** A rate that is less than this above the best before it has not grown. */
    private static final double GROWTH = 1.05;

    private static final int WINDOWS_WITHOUT_GROWTH = 6;
    private static final int WINDOWS_MAX = 60;

    private Warmth() {}

    /** Operations per second over one window. */
    @FunctionalInterface
    interface Work {
        double rate(Duration window) throws Exception;
    }

    /**
     * Works until six windows in a row were hardly faster than the best before them, ten minutes at most, and says each
     * rate.
     */
    static void reach(Progress progress, Work work) throws Exception {
        double best = 0;
        int level = 0;
        for (int i = 0; i < WINDOWS_MAX && level < WINDOWS_WITHOUT_GROWTH; i++) {
            double rate = work.rate(WINDOW);
            progress.say(String.format(Locale.ROOT, "  warming up: %.0f/s", rate));
            level = rate > best * GROWTH ? 0 : level + 1;
            best = Math.max(best, rate);
        }
    }
}
