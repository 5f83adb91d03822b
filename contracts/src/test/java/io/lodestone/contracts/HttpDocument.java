package io.lodestone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A service's committed OpenAPI document. */
record HttpDocument(String service, JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** One operation; {@code name} is {@code POST /v1/deals}. */
    record Operation(HttpDocument document, String name, JsonNode node) {

        @Override
        public String toString() {
            return document.service + ": " + name;
        }

        /** Parked facts and feeds come from the chassis. */
        boolean isOfEveryService() {
            return name.contains(" /v1/parked") || name.contains(" /v1/feeds");
        }

        /** Status to answer. */
        Stream<Map.Entry<String, JsonNode>> answers() {
            return node.path("responses").properties().stream()
                    .map(answer -> Map.entry(answer.getKey(), document.resolved(answer.getValue())));
        }
    }

    static List<HttpDocument> all() {
        return Stream.of("deals", "projects", "stockpiles", "notifications", "query")
                .map(HttpDocument::of)
                .toList();
    }

    static HttpDocument of(String service) {
        try {
            var file = PublishedLanguage.HOME.resolve("http/" + service + ".openapi.yaml");
            return new HttpDocument(service, new YAMLMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return service;
    }

    Stream<Operation> operations() {
        return root.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> new Operation(
                        this, method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
    }

    /** The name of the schema that a {@code $ref} points to, empty for a schema without one. */
    String nameOf(JsonNode schema) {
        var ref = schema.path("$ref").asText();
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    /** What a {@code $ref} points to; missing when there is no such thing. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    List<String> refs() {
        return root.findValuesAsText("$ref");
    }

    /** The examples of a body in one media type. */
    List<JsonNode> examples(JsonNode content) {
        var examples = new ArrayList<JsonNode>();
        if (content.has("example")) {
            examples.add(content.get("example"));
        }
        content.path("examples")
                .forEach(example -> examples.add(resolved(example).path("value")));
        return examples;
    }

    /** A schema of this document as one that stands alone. */
    JsonNode alone(JsonNode schema) {
        ObjectNode alone = schema.deepCopy();
        alone.set("components", root.get("components"));
        return alone;
    }

    /** Paths of an example's fields that its schema does not name. */
    List<String> unknownFields(JsonNode schema, JsonNode example) {
        var unknown = new ArrayList<String>();
        unknown("", resolved(schema), example, unknown);
        return unknown;
    }

    private void unknown(String path, JsonNode schema, JsonNode example, List<String> unknown) {
        example.elements().forEachRemaining(element -> {
            if (example.isArray()) {
                unknown(path + "[]", resolved(schema.path("items")), element, unknown);
            }
        });
        if (!example.isObject() || !schema.has("properties")) {
            return;
        }
        example.properties().forEach(field -> {
            var known = schema.path("properties").path(field.getKey());
            if (known.isMissingNode()) {
                unknown.add(path + "." + field.getKey());
            } else {
                unknown(path + "." + field.getKey(), resolved(known), field.getValue(), unknown);
            }
        });
    }
}
