package io.lodestone.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the services print from now on. */
final class ServiceLogs {

    private static final Pattern ERROR = Pattern.compile("^\\S+ (ERROR|FATAL) .*");

    /** A service that was told to end ends requests that are stuck on a fault. */
    private static final List<Pattern> EXPLAINED = List.of(Pattern.compile("\\[Error Occurred After Shutdown]"));

    private final Path folder;
    private final Map<String, Long> begins = new HashMap<>();

    ServiceLogs(Lodestone lodestone) {
        folder = lodestone.home().resolve("logs");
        logs().forEach(log ->
                begins.put(log.getFileName().toString(), log.toFile().length()));
    }

    /** Lines that tell of errors which a fault does not explain, each with the service's name. */
    List<String> errors() {
        var errors = new ArrayList<String>();
        for (var log : logs()) {
            var name = log.getFileName().toString();
            news(log, begins.getOrDefault(name, 0L))
                    .lines()
                    .filter(line -> ERROR.matcher(line).matches())
                    .filter(line -> EXPLAINED.stream()
                            .noneMatch(known -> known.matcher(line).find()))
                    .forEach(line -> errors.add(name.replace(".log", ": ") + line));
        }
        return errors;
    }

    private List<Path> logs() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String news(Path log, long begin) {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(begin);
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
