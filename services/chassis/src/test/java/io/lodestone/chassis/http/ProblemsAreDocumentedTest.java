package io.lodestone.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Clients switch on slugs: whatever a service may answer has its entry in docs/problems.md, and no entry is left over. */
class ProblemsAreDocumentedTest {

    private static final Path HOME = Path.of(System.getProperty("lodestone.home"));

    private static final Pattern CODE =
            Pattern.compile("Problem\\s*\\.\\s*of\\(\\s*(?:\\d{3}|status)\\s*,\\s*\"([a-z-]+)\"");

    private static final Pattern ENTRY = Pattern.compile("(?m)^### ([a-z-]+)$");

    @Test
    void everyProblemOfTheServicesHasItsEntry() throws IOException {
        // Given
        var documented = slugs(ENTRY, Files.readString(HOME.resolve("docs/problems.md")));

        // When
        var used = slugs(CODE, sources());

        // Then
        used.add("invalid"); // said through Problem.invalid
        assertThat(documented).isEqualTo(used);
    }

    private static TreeSet<String> slugs(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(HOME.resolve("services"))) {
            return files.filter(file -> file.toString().contains("/src/main/")
                            && file.toString().endsWith(".java"))
                    .map(ProblemsAreDocumentedTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
