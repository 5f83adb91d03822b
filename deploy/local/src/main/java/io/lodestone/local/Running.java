package io.lodestone.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process of the platform. It is known by its id and the moment it started, so that an id that the system has given
 * to somebody else since is never mistaken for it.
 */
public final class Running {

    private static boolean ending;

    private final String name;
    private final ProcessHandle handle;
    private final Instant started;
    private final Path log;

    private Running(String name, ProcessHandle handle, Instant started, Path log) {
        this.name = name;
        this.handle = handle;
        this.started = started;
        this.log = log;
    }

    /**
     * Starts a process in a session of its own, so that neither Ctrl-C nor the end of this JVM reaches it, and writes
     * {@code <name>.pid} into {@code pids}. Its output goes to {@code log}, appended.
     */
    public static Running start(
            String name, List<String> command, Map<String, String> environment, Path log, Path pids) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.createDirectories(pids);
            var words = new ArrayList<>(List.of("setsid"));
            words.addAll(command);
            var builder = new ProcessBuilder(words)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("KAFKA_"));
            builder.environment().putAll(environment);
            return launch(name, builder, log, pids);
        } catch (IOException e) {
            throw new Trouble("Could not start " + name + ": " + e.getMessage(), e);
        }
    }

    /** A process and its note come into being together, or {@link #startNoMore} came first. */
    private static synchronized Running launch(String name, ProcessBuilder builder, Path log, Path pids)
            throws IOException {
        if (ending) {
            throw new Trouble("Interrupted.");
        }
        var handle = builder.start().toHandle();
        var started = handle.info().startInstant().orElse(Instant.EPOCH);
        Files.writeString(pids.resolve(name + ".pid"), handle.pid() + " " + started + " " + log + "\n");
        return new Running(name, handle, started, log);
    }

    /** For the end of this JVM: whatever is not started by now stays so. */
    static synchronized void startNoMore() {
        ending = true;
    }

    /** The process that {@code <name>.pid} tells of, if it still runs. */
    public static Optional<Running> find(String name, Path pids) {
        var file = pids.resolve(name + ".pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var words = Files.readString(file).strip().split(" ", 3);
            var started = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .map(handle -> new Running(name, handle, started, Path.of(words[2])))
                    .filter(Running::isAlive);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // half written by a start that was cut off: nobody we could name
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return handle.pid();
    }

    Path log() {
        return log;
    }

    public boolean isAlive() {
        return handle.isAlive()
                && handle.info().startInstant().orElse(Instant.EPOCH).equals(started)
                && !hasEnded();
    }

    /** True for a process that is over and only waits for its parent to notice: the system still lists its id. */
    private boolean hasEnded() {
        try {
            var line = Files.readString(Path.of("/proc/" + pid() + "/stat"));
            return line.substring(line.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            return !handle.isAlive();
        }
    }

    /** Asks it to end (SIGTERM), and after {@code patience} ends it (SIGKILL). Returns when it is gone. */
    public void stop(Duration patience) {
        signal("TERM", patience);
    }

    /** As {@link #stop}, asking with another signal first. */
    void signal(String signal, Duration patience) {
        if (!isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            handle.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Waiting.within(patience, () -> !isAlive())) {
            handle.destroyForcibly();
            Waiting.within(Duration.ofSeconds(5), () -> !isAlive());
        }
    }

    /** Resident memory in MiB, 0 where it cannot be told. */
    public long residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }
}
