package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generated files that are committed: written when a person asks for it, otherwise held against what would be written. */
final class Committed {

    private Committed() {}

    /** For every class of tests that reads generated files: whichever comes first writes them all. */
    static void writeAllWhenAsked() throws IOException {
        if (PublishedLanguage.writing()) {
            for (var fact : PublishedLanguage.facts().toList()) {
                isInStep(fact.schema(), pretty(new Schemas().of(fact)));
                isInStep(fact.example(), pretty(Samples.cloudEvent(fact)));
            }
            isInStep(PublishedLanguage.HOME.resolve("asyncapi.yaml"), AsyncApi.document());
            isInStep(PublishedLanguage.HOME.resolve("catalogue.html"), CataloguePage.page());
        }
    }

    static void isInStep(Path file, String generated) throws IOException {
        if (PublishedLanguage.writing()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, generated);
        }
        assertThat(file)
                .as("generated, never edited; write it with: mvn -pl contracts test -Dlodestone.write=true")
                .content()
                .isEqualTo(generated);
    }

    static String pretty(JsonNode node) throws IOException {
        return PublishedLanguage.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }
}
