package io.lodestone.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a waiting person what goes on: one line a step, with its seconds. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void step(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        out.println(String.format(Locale.ROOT, "  %3d.%d s  %s", millis / 1000, millis % 1000 / 100, what));
    }

    public void say(String line) {
        out.println(line);
    }
}
