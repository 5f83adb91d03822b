package io.lodestone.benchmarks;

import io.lodestone.local.Progress;
import java.time.Duration;
import java.util.Locale;

/**
 * Brings a side to the speed that it keeps. The end is a number of operations, the same for each side: on two cores the
 * compilers of six processes need minutes, and a rate that stands still for a while tells nothing about them.
 */
final class Warmth {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private static final int WINDOWS_MAX = 90;

    private Warmth() {}

    /** Operations per second over one window. */
    @FunctionalInterface
    interface Work {
        double rate(Duration window) throws Exception;
    }

    /** Works until so many operations are done, fifteen minutes at most, and says each window's rate. */
    static void reach(int operations, Progress progress, Work work) throws Exception {
        double done = 0;
        for (int i = 0; i < WINDOWS_MAX && done < operations; i++) {
            double rate = work.rate(WINDOW);
            progress.say(String.format(Locale.ROOT, "  warming up: %.0f/s", rate));
            done += rate * WINDOW.toSeconds();
        }
    }
}
