package io.lodestone.stories;

import io.lodestone.local.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Does to the platform what a schedule says, one fault after the other, and mends each. */
final class Faults {

    private static final Duration DIES_WITHIN = Duration.ofSeconds(20);

    private final Lodestone lodestone;
    private final long begin = System.nanoTime();
    private final List<String> unexpected = new ArrayList<>();

    private int kills;
    private int pauses;
    private long mended = begin;

    Faults(Lodestone lodestone) {
        this.lodestone = lodestone;
    }

    /** Takes faults from the schedule until {@code length} is over; the last one is mended when this returns. */
    void happen(List<Fault.Next> schedule, Duration length) throws InterruptedException {
        for (var next : schedule) {
            if (System.nanoTime() - begin + next.quiet().toNanos() > length.toNanos()) {
                return;
            }
            TimeUnit.NANOSECONDS.sleep(next.quiet().toNanos());
            everybodyLives();
            System.out.println("Faults: " + second() + " s " + next.fault());
            switch (next.fault()) {
                case Fault.Kill kill -> kill(kill);
                case Fault.Pause pause -> pause(pause);
            }
            mended = System.nanoTime();
            System.out.println("Faults: " + second() + " s mended");
        }
    }

    int kills() {
        return kills;
    }

    int pauses() {
        return pauses;
    }

    /** {@code System.nanoTime} of the end of the last fault. */
    long mended() {
        return mended;
    }

    /** Processes that ended though nobody killed them. */
    List<String> unexpected() {
        everybodyLives();
        return unexpected;
    }

    private void kill(Fault.Kill kill) throws InterruptedException {
        kills++;
        var process = handle(kill.victim());
        var family = process.descendants().toList();
        process.destroyForcibly();
        // the children of PostgreSQL end by themselves when it is gone; nobody may start it again before
        awaitEnd(process, kill.victim());
        for (var child : family) {
            awaitEnd(child, "a child of " + kill.victim());
        }
        TimeUnit.NANOSECONDS.sleep(kill.away().toNanos());
        lodestone.up();
    }

    private void pause(Fault.Pause pause) throws InterruptedException {
        pauses++;
        var process = handle(pause.victim());
        signal("STOP", process);
        var family = process.descendants().toList();
        family.forEach(child -> signal("STOP", child));
        try {
            TimeUnit.NANOSECONDS.sleep(pause.still().toNanos());
        } finally {
            family.forEach(child -> signal("CONT", child));
            signal("CONT", process);
        }
    }

    private void everybodyLives() {
        for (var name : List.of("deals", "projects", "stockpiles", "notifications", "query", "kafka", "postgres")) {
            var ended = name + " ended by itself";
            if (Running.find(name, lodestone.home().resolve("run")).isEmpty() && !unexpected.contains(ended)) {
                System.out.println("Faults: " + second() + " s " + ended);
                unexpected.add(ended);
            }
        }
    }

    private ProcessHandle handle(String name) {
        return Running.find(name, lodestone.home().resolve("run"))
                .flatMap(running -> ProcessHandle.of(running.pid()))
                .orElseThrow(() -> new AssertionError(name + " does not run"));
    }

    private static void awaitEnd(ProcessHandle process, String name) throws InterruptedException {
        long end = System.nanoTime() + DIES_WITHIN.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(name + " (" + process.pid() + ") does not end within " + DIES_WITHIN);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String second() {
        return String.format(Locale.ROOT, "%.1f", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1000.0);
    }
}
