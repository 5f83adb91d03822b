package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.PublishedLanguage.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records, schema files and examples name the same facts; no orphan either way. */
class EveryFactIsDocumentedTest {

    static Stream<Fact> facts() {
        return PublishedLanguage.facts();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void theCommittedSchemaIsTheRecords(Fact fact) throws IOException {
        var schema = PublishedLanguage.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Schemas().of(fact))
                + "\n";
        if (PublishedLanguage.writing()) {
            Files.createDirectories(fact.schema().getParent());
            Files.writeString(fact.schema(), schema);
        }
        assertThat(fact.schema())
                .as("write it with: mvn -pl contracts test -Dlodestone.write=true")
                .content()
                .isEqualTo(schema);
    }

    /** Examples are append-only: writing adds those that are missing and never touches one that is there. */
    @ParameterizedTest
    @MethodSource("facts")
    void thereIsACompleteExample(Fact fact) throws IOException {
        if (PublishedLanguage.writing() && !Files.exists(fact.example())) {
            Files.createDirectories(fact.example().getParent());
            Files.writeString(
                    fact.example(),
                    PublishedLanguage.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Samples.cloudEvent(fact))
                            + "\n");
        }
        var example = PublishedLanguage.JSON.readTree(fact.example().toFile());
        assertThat(example.path("type").asText()).isEqualTo(fact.type());
        assertThat(example.path("source").asText()).isEqualTo(fact.topic().source());
    }

    @Test
    void thereIsNoSchemaWithoutAFact() throws IOException {
        assertThat(PublishedLanguage.filesUnder("events", ".schema.json"))
                .containsExactlyInAnyOrderElementsOf(facts().map(Fact::schema).toList());
    }

    @Test
    void theReadmeListsEveryFact() throws IOException {
        var readme = Files.readString(PublishedLanguage.HOME.resolve("README.md"));
        assertThat(facts().map(Fact::type))
                .allSatisfy(type -> assertThat(readme).contains("`" + type + "`"));
    }
}
