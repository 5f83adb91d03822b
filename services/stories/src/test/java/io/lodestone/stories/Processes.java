package io.lodestone.stories;

import io.lodestone.local.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes of the platform by their names, and the signals they get: each with its children. */
final class Processes {

    private static final Duration DIES_WITHIN = Duration.ofSeconds(20);

    private final Lodestone lodestone;

    Processes(Lodestone lodestone) {
        this.lodestone = lodestone;
    }

    boolean runs(String name) {
        return Running.find(name, lodestone.home().resolve("run")).isPresent();
    }

    /** SIGKILL. Children of PostgreSQL end by themselves when it is gone; nobody may start it again before. */
    void kill(String name) throws InterruptedException {
        var process = handle(name);
        var family = family(process);
        process.destroyForcibly();
        for (var member : family) {
            awaitEnd(member, name);
        }
    }

    void stop(String name) {
        family(handle(name)).forEach(member -> signal("STOP", member));
    }

    void goOn(String name) {
        family(handle(name)).reversed().forEach(member -> signal("CONT", member));
    }

    private ProcessHandle handle(String name) {
        return Running.find(name, lodestone.home().resolve("run"))
                .flatMap(running -> ProcessHandle.of(running.pid()))
                .orElseThrow(() -> new AssertionError(name + " does not run"));
    }

    private static List<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    private static void awaitEnd(ProcessHandle process, String name) throws InterruptedException {
        long end = System.nanoTime() + DIES_WITHIN.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "a process of " + name + " (" + process.pid() + ") does not end within " + DIES_WITHIN);
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
}
