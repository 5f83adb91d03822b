package io.lodestone.testing.backbone;

import io.lodestone.local.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The folder of this JVM's backbone, {@code target/backbone-<pid>}. It goes when the JVM ends.
 *
 * @param folder absolute
 */
record Workplace(Path folder) {

    private static final String PREFIX = "backbone-";

    /** Makes it, and clears away what a JVM left that was killed with SIGKILL and could clear away nothing. */
    static Workplace in(Path target) {
        try {
            Files.createDirectories(target);
            for (var left : leftOver(target)) {
                left.endProcesses();
                left.delete();
            }
            var folder = target.resolve(PREFIX + ProcessHandle.current().pid()).toAbsolutePath();
            return new Workplace(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Workplace> leftOver(Path target) throws IOException {
        try (var folders = Files.newDirectoryStream(target, PREFIX + "[0-9]*")) {
            return java.util.stream.StreamSupport.stream(folders.spliterator(), false)
                    .filter(folder -> ProcessHandle.of(pidOf(folder)).isEmpty())
                    .map(folder -> new Workplace(folder.toAbsolutePath()))
                    .toList();
        }
    }

    private static long pidOf(Path folder) {
        return Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()));
    }

    private void endProcesses() {
        for (var name : List.of("kafka", "postgres")) {
            Running.find(name, folder.resolve("run")).ifPresent(process -> process.stop(Duration.ofSeconds(5)));
        }
    }

    void delete() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Test backbone: could not delete " + folder + ": " + e.getMessage());
        }
    }
}
