package io.lodestone.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lodestone.contracts.PublishedLanguage.Fact;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;

/** The AsyncAPI 3.0 document of all topics, from the sealed families. The same input gives the same bytes. */
final class AsyncApi {

    static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private static final int PARTITIONS = 6;

    private final ObjectNode document = YAML.createObjectNode();

    private AsyncApi() {}

    static String document() throws JsonProcessingException {
        var made = new AsyncApi();
        made.info();
        PublishedLanguage.topics().forEach(made::channel);
        PublishedLanguage.topics().forEach(made::operation);
        PublishedLanguage.facts().forEach(made::message);
        made.envelope();
        return "# Generated from the records by: mvn -pl contracts test -Dlodestone.write=true\n"
                + YAML.writeValueAsString(made.document);
    }

    /** For example {@code deals.deal-approved.v1}. */
    static String messageId(Fact fact) {
        return fact.path().replace('/', '.');
    }

    private void info() {
        document.put("asyncapi", "3.0.0");
        document.put("id", "urn:lodestone:events");
        var info = document.putObject("info");
        info.put("title", "Lodestone facts");
        info.put("version", "1.0.0");
        info.put("description", """
                What the services of Lodestone tell the world: CloudEvents 1.0 in Kafka's binary mode, JSON data. \
                The key is the subject, so the facts of one subject keep their order. A fact may arrive more than once; \
                ce_id tells. Within v1 only optional fields are added; a reader ignores fields and types it does not know. \
                What each field means is in catalogue.html.""");
        info.putObject("license").put("name", "Apache 2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", "application/json");
    }

    private void channel(Topic<? extends Event> topic) {
        var facts = PublishedLanguage.factsOf(topic);
        var channel = document.withObject("/channels").putObject(PublishedLanguage.shortName(topic));
        channel.put("address", topic.name());
        channel.put("description", plain(Docs.of(facts.getFirst().family())));
        var messages = channel.putObject("messages");
        for (var fact : facts) {
            messages.putObject(messageId(fact)).put("$ref", "#/components/messages/" + messageId(fact));
        }
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name());
        kafka.put("partitions", PARTITIONS);
        var configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add("delete");
        configuration.put("retention.ms", -1);
        configuration.put("retention.bytes", -1);
        kafka.put("bindingVersion", "0.5.0");
    }

    private void operation(Topic<? extends Event> topic) {
        var name = PublishedLanguage.shortName(topic);
        var service = topic.source().substring("/lodestone/".length());
        var operation = document.withObject("/operations").putObject(service + ".says." + name);
        operation.put("action", "send");
        operation.putObject("channel").put("$ref", "#/channels/" + name);
        operation.put(
                "summary",
                "The " + service + " service writes all facts on " + topic.name() + ", and nobody else does.");
        var messages = operation.putArray("messages");
        for (var fact : PublishedLanguage.factsOf(topic)) {
            messages.addObject().put("$ref", "#/channels/" + name + "/messages/" + messageId(fact));
        }
    }

    private void message(Fact fact) {
        var message = document.withObject("/components/messages").putObject(messageId(fact));
        message.put("name", fact.type());
        message.put("title", Docs.title(fact.record()));
        message.put("summary", plain(Docs.of(fact.record())));
        message.put("contentType", "application/json");
        var headers = message.putObject("headers").put("type", "object").putArray("allOf");
        headers.addObject().put("$ref", "#/components/schemas/envelope");
        var own = headers.addObject().put("type", "object").putObject("properties");
        own.putObject("ce_source").put("const", fact.topic().source());
        own.putObject("ce_type").put("const", fact.type());
        own.putObject("ce_dataschema").put("const", Topic.schemaOf(fact.type()));
        message.putObject("payload").put("$ref", "./events/" + fact.path() + ".schema.json");
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "the aggregate's id, as in ce_subject");
        kafka.put("bindingVersion", "0.5.0");
        var example = message.putArray("examples").addObject();
        example.put("name", "everyField");
        example.put("summary", "The data of a fact with every optional field.");
        example.putObject("payload").put("$ref", "./examples/" + fact.path() + ".json#/data");
    }

    private void envelope() {
        var envelope = document.withObject("/components/schemas").putObject("envelope");
        envelope.put("type", "object");
        envelope.put("description", "The headers of every fact, as text.");
        var properties = envelope.putObject("properties");
        var required = envelope.putArray("required");
        for (var header : Header.values()) {
            var property = properties.putObject(header.title()).put("type", "string");
            header.constrain(property);
            property.put("description", header.meaning());
            required.add(header.title());
        }
    }

    private static String plain(String words) {
        return words.replace("`", "");
    }
}
