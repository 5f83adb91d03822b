package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lodestone.contracts.PublishedLanguage.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example is a complete CloudEvent whose data its schema accepts. */
class ExamplesObeySchemasTest {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @BeforeAll
    static void writeWhenAsked() throws IOException {
        Committed.writeAllWhenAsked();
    }

    static List<Path> examples() throws IOException {
        return PublishedLanguage.filesUnder("examples", ".json");
    }

    static Stream<Fact> facts() {
        return PublishedLanguage.facts();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSchemaAcceptsIt(Path file) throws IOException {
        var event = PublishedLanguage.JSON.readTree(file.toFile());
        var fact = facts().filter(
                        known -> known.type().equals(event.path("type").asText()))
                .findAny()
                .orElseThrow();
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "dataschema",
                        "version",
                        "actor",
                        "traceparent",
                        "data");
        assertThat(SCHEMAS.getSchema(
                                PublishedLanguage.JSON.readTree(fact.schema().toFile()))
                        .validate(event.get("data")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void theSchemaRefusesAnExampleWithoutAnyOneRequiredField(Fact fact) throws IOException {
        var schemaNode = PublishedLanguage.JSON.readTree(fact.schema().toFile());
        var schema = SCHEMAS.getSchema(schemaNode);
        var data = Samples.cloudEvent(fact).get("data");
        assertThat(schemaNode.get("required")).isNotEmpty();
        for (var name : schemaNode.get("required")) {
            ObjectNode without = data.deepCopy();
            without.remove(name.asText());
            assertThat(schema.validate(without)).as("without " + name).isNotEmpty();
        }
    }
}
