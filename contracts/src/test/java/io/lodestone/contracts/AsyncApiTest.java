package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lodestone.contracts.PublishedLanguage.Fact;
import io.lodestone.contracts.envelope.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code asyncapi.yaml} as committed says what the records say, and everything it points to is there. */
class AsyncApiTest {

    private static final Path FILE = PublishedLanguage.HOME.resolve("asyncapi.yaml");

    static Stream<Fact> facts() {
        return PublishedLanguage.facts();
    }

    @BeforeAll
    static void writeWhenAsked() throws IOException {
        Committed.writeAllWhenAsked();
    }

    @Test
    void theCommittedDocumentIsTheRecords() throws IOException {
        Committed.isInStep(FILE, AsyncApi.document());
        assertThat(AsyncApi.document()).isEqualTo(AsyncApi.document());
    }

    @Test
    void thereIsAChannelForEachTopicAndNoOther() throws IOException {
        var channels = document().path("channels");
        assertThat(channels.findValuesAsText("address"))
                .containsExactlyInAnyOrderElementsOf(
                        PublishedLanguage.topics().stream().map(Topic::name).toList());
        for (var channel : channels) {
            assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(6);
            assertThat(channel.at("/bindings/kafka/topicConfiguration/retention.ms")
                            .asInt())
                    .isEqualTo(-1);
        }
    }

    @Test
    void thereIsAMessageForEachFactAndNoOther() throws IOException {
        var messages = document().at("/components/messages");
        assertThat(messages.findValuesAsText("name"))
                .filteredOn(name -> name.startsWith("io.lodestone."))
                .containsExactlyInAnyOrderElementsOf(facts().map(Fact::type).toList());
        assertThat(messages).hasSize((int) facts().count());
    }

    @Test
    void eachChannelAndItsOneSendOperationCarryTheFactsOfTheirTopicAndNoOther() throws IOException {
        var document = document();
        assertThat(document.path("operations"))
                .hasSize(PublishedLanguage.topics().size());
        for (var topic : PublishedLanguage.topics()) {
            var expected =
                    PublishedLanguage.factsOf(topic).stream().map(Fact::type).toList();
            var channel = document.path("channels").path(PublishedLanguage.shortName(topic));
            assertThat(named(document, channel.path("messages"))).isEqualTo(expected);
            var service = topic.source().substring("/lodestone/".length());
            var operation = document.path("operations").path(service + ".says." + PublishedLanguage.shortName(topic));
            assertThat(operation.path("action").asText()).isEqualTo("send");
            assertThat(resolved(document, operation.path("channel"))).isEqualTo(channel);
            var told = new ArrayList<String>();
            operation
                    .path("messages")
                    .forEach(message -> told.add(resolved(document, resolved(document, message))
                            .path("name")
                            .asText()));
            assertThat(told).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("facts")
    void itsMessagePointsToTheSchemaAndToAnExampleThatObeysIt(Fact fact) throws IOException {
        var message = document().at("/components/messages").path(AsyncApi.messageId(fact));
        var schema = file(message.at("/payload/$ref").asText());
        assertThat(schema.path("$id").asText()).isEqualTo(Topic.schemaOf(fact.type()));
        var example = file(message.at("/examples/0/payload/$ref").asText());
        assertThat(example).isNotEmpty();
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(example))
                .isEmpty();
        assertThat(message.path("summary").asText()).endsWith(".");
        assertThat(message.path("title").asText()).isNotBlank();
        assertThat(message.path("contentType").asText()).isEqualTo("application/json");
    }

    /** The example is a CloudEvent in JSON; its attributes are what binary mode puts into headers. */
    @ParameterizedTest
    @MethodSource("facts")
    void itsHeadersAcceptTheExamplesAttributes(Fact fact) throws IOException {
        var document = document();
        var message = document.at("/components/messages").path(AsyncApi.messageId(fact));
        var example = PublishedLanguage.JSON.readTree(fact.example().toFile());
        var headers = PublishedLanguage.JSON.createObjectNode();
        example.properties().stream()
                .filter(attribute -> !attribute.getKey().startsWith("data")
                        || attribute.getKey().equals("dataschema"))
                .forEach(attribute -> headers.put(
                        "ce_" + attribute.getKey(), attribute.getValue().asText()));
        headers.put("content-type", example.path("datacontenttype").asText());
        var parts = message.at("/headers/allOf");
        var envelope = resolved(document, parts.path(0));
        assertThat(headers.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(texts(envelope.path("required")));
        for (var part : List.of(envelope, parts.path(1))) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(part)
                            .validate(headers))
                    .isEmpty();
        }
    }

    private static List<String> named(JsonNode document, JsonNode references) {
        var names = new ArrayList<String>();
        references.forEach(reference ->
                names.add(resolved(document, reference).path("name").asText()));
        return names;
    }

    private static JsonNode resolved(JsonNode document, JsonNode reference) {
        var target = document.at(reference.path("$ref").asText().substring(1));
        assertThat(target.isMissingNode()).as(reference.toString()).isFalse();
        return target;
    }

    private static JsonNode file(String reference) throws IOException {
        var parts = reference.split("#", 2);
        var content = PublishedLanguage.JSON.readTree(
                PublishedLanguage.HOME.resolve(parts[0]).toFile());
        return parts.length == 1 ? content : content.at(parts[1]);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode document() throws IOException {
        return AsyncApi.YAML.readTree(FILE.toFile());
    }
}
