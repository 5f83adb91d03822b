package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.PublishedLanguage.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.regex.Pattern;
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
        Committed.isInStep(fact.schema(), Committed.pretty(new Schemas().of(fact)));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void thereIsACompleteExample(Fact fact) throws IOException {
        Committed.isInStep(fact.example(), Committed.pretty(Samples.cloudEvent(fact)));
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
    void thereIsNoExampleWithoutAFact() throws IOException {
        assertThat(PublishedLanguage.filesUnder("examples", ".json"))
                .containsExactlyInAnyOrderElementsOf(facts().map(Fact::example).toList());
    }

    /** So that a family that nobody added to {@link PublishedLanguage#topics()} is not left out of every document. */
    @Test
    void noFactInTheSourcesIsOnNoTopic() throws IOException {
        var annotated = Pattern.compile("@EventType\\(\"([^\"]+)\"\\)");
        var types = new ArrayList<String>();
        for (var source : PublishedLanguage.filesUnder("src/main/java", ".java")) {
            annotated.matcher(Files.readString(source)).results().forEach(found -> types.add(found.group(1)));
        }
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(facts().map(Fact::type).toList());
    }

    @Test
    void theReadmeListsNoFactThatIsNotThere() throws IOException {
        var readme = Files.readString(PublishedLanguage.HOME.resolve("README.md"));
        assertThat(Pattern.compile("`(io\\.lodestone\\.[a-z.0-9-]+)`")
                        .matcher(readme)
                        .results()
                        .map(found -> found.group(1)))
                .isSubsetOf(facts().map(Fact::type).toList());
    }

    @Test
    void theReadmeListsEveryFact() throws IOException {
        var readme = Files.readString(PublishedLanguage.HOME.resolve("README.md"));
        assertThat(facts().map(Fact::type))
                .allSatisfy(type -> assertThat(readme).contains("`" + type + "`"));
    }
}
