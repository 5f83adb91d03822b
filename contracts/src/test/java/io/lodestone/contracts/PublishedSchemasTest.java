package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.PublishedLanguage.Fact;
import io.lodestone.contracts.SchemaCompatibility.Breach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What was published stays. {@code published/} holds every schema as of the last release; publishing copies today's
 * there, and only when nothing published is broken.
 */
class PublishedSchemasTest {

    private static final Path PUBLISHED = PublishedLanguage.HOME.resolve("published");
    private static final String ENDING = ".schema.json";

    @Test
    void nothingThatWasPublishedIsBroken() throws IOException {
        var breaches = breaches();
        assertThat(breaches)
                .as("a change within vN only adds optional fields; make a v(N+1) beside it (contracts/README.md)")
                .isEmpty();
        if (Boolean.getBoolean("lodestone.publish")) {
            publish();
        }
        assertThat(PublishedLanguage.filesUnder("published", ENDING)).isNotEmpty();
    }

    private static List<Breach> breaches() throws IOException {
        var breaches = new ArrayList<Breach>();
        Files.createDirectories(PUBLISHED);
        for (var file : PublishedLanguage.filesUnder("published", ENDING)) {
            var path = PUBLISHED.relativize(file).toString().replace(ENDING, "");
            var current = PublishedLanguage.facts()
                    .filter(fact -> fact.path().equals(path))
                    .map(fact -> new Schemas().of(fact))
                    .findAny()
                    .orElse(null);
            breaches.addAll(SchemaCompatibility.compare(
                    "io.lodestone." + path.replace('/', '.'), PublishedLanguage.JSON.readTree(file.toFile()), current));
        }
        return breaches;
    }

    private static void publish() throws IOException {
        for (var fact : PublishedLanguage.facts().toList()) {
            var file = published(fact);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Committed.pretty(new Schemas().of(fact)));
        }
    }

    private static Path published(Fact fact) {
        return PUBLISHED.resolve(fact.path() + ENDING);
    }
}
