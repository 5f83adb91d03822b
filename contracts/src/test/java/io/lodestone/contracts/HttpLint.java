package io.lodestone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lodestone.contracts.HttpDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is missing in an OpenAPI document, each line with what to write, and where. */
final class HttpLint {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final HttpDocument document;
    private final Map<String, String> documentedProblems;
    private final List<String> complaints = new ArrayList<>();

    /** @param documentedProblems slug to what docs/problems.md says of it, which begins with the status */
    HttpLint(HttpDocument document, Map<String, String> documentedProblems) {
        this.document = document;
        this.documentedProblems = documentedProblems;
    }

    List<String> complaints() {
        document.operations().forEach(this::operation);
        document.root()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema(schema.getKey(), schema.getValue()));
        return complaints.stream().distinct().toList();
    }

    private void operation(Operation operation) {
        words(operation);
        operation
                .node()
                .at("/requestBody/content")
                .properties()
                .forEach(content -> examples(operation, "request", content));
        operation.answers().forEach(answer -> {
            var status = answer.getKey();
            var contents = answer.getValue().path("content").properties();
            if (status.matches("[45]..")) {
                refusal(operation, status, answer.getValue().at("/content/application~1problem+json"));
            } else if (status.startsWith("2") && !isDryRun(answer.getValue())) {
                if (contents.isEmpty() && !status.equals("204")) {
                    complain(
                            operation,
                            "says not what it answers with " + status + ": @APIResponseSchema on the method");
                }
                contents.forEach(content -> examples(operation, status, content));
            }
        });
    }

    private static boolean isDryRun(JsonNode answer) {
        return answer.path("description").asText().contains("dryRun");
    }

    private void words(Operation operation) {
        var node = operation.node();
        var tag = node.at("/tags/0").asText();
        if (node.path("summary").asText().isBlank()) {
            complain(operation, "has no summary: @Operation(summary = ...) on the method");
        }
        if (node.path("description").asText().isBlank()) {
            complain(operation, "has no description: operations: " + operation.name() + ": {description: ...}");
        }
        if (node.path("security").isEmpty()) {
            complain(operation, "says not who may: @RolesAllowed or @Authenticated");
        }
        for (var known : document.root().path("tags")) {
            if (known.path("name").asText().equals(tag)
                    && known.path("description").asText().isBlank()) {
                complain(operation, "is of a tag without words: tags: " + tag + ": ...");
            }
        }
        for (var parameter : node.path("parameters")) {
            if (document.resolved(parameter).path("description").asText().isBlank()) {
                var name = parameter.path("name").asText();
                complain(operation, "has a parameter without words: fields: " + tag + "." + name + ": ...");
            }
        }
    }

    private void examples(Operation operation, String of, Map.Entry<String, JsonNode> content) {
        var schema = content.getValue().path("schema");
        var what = of + " as " + content.getKey();
        var examples = document.examples(content.getValue());
        if (examples.isEmpty()) {
            var name = document.nameOf(schema);
            complain(operation, what + " has no example: " + wordsFor(operation, content.getKey(), name));
        }
        for (var example : examples) {
            SCHEMAS.getSchema(document.alone(schema))
                    .validate(example)
                    .forEach(error -> complain(operation, what + ": the example breaks its schema: " + error));
            document.unknownFields(schema, example)
                    .forEach(field ->
                            complain(operation, what + ": the example has a field that its schema has not: " + field));
        }
    }

    private static String wordsFor(Operation operation, String mediaType, String schema) {
        if (!schema.isEmpty()) {
            return "examples: " + schema.replaceFirst("Page$", "") + ": {...}";
        }
        return operation.name().endsWith("/imports")
                ? "examples: " + operation.name().split(" ")[1] + " " + mediaType + ": |"
                : "operations: " + operation.name() + ": files: " + mediaType + ": |";
    }

    private void refusal(Operation operation, String status, JsonNode content) {
        var examples = document.examples(content);
        if (examples.isEmpty()) {
            complain(operation, status + " names no problem");
        }
        for (var example : examples) {
            var slug = example.path("type").asText().replaceFirst("^/problems/", "");
            if (!documentedProblems.getOrDefault(slug, "").startsWith(status)) {
                complain(operation, slug + " with " + status + " is not in docs/problems.md");
            }
            if (!SCHEMAS.getSchema(document.alone(content.path("schema")))
                    .validate(example)
                    .isEmpty()) {
                complain(operation, slug + ": its example is no problem");
            }
        }
    }

    private void schema(String name, JsonNode schema) {
        if (name.matches(".*[0-9]")) {
            complain(name, "a number is no name: two records share their simple name, rename one");
        }
        if (schema.path("description").asText().isBlank()) {
            complain(name, "has no words: schemas: " + name + ": ...");
        }
        schema.path("properties").properties().forEach(field -> {
            if (field.getValue().path("description").asText().isBlank()) {
                complain(name + "." + field.getKey(), "has no words: fields: " + name + "." + field.getKey() + ": ...");
            }
        });
    }

    private void complain(Operation operation, String what) {
        complain(operation.name(), what);
    }

    private void complain(String of, String what) {
        complaints.add(of + " " + what);
    }

    /** Every slug that some operation of the document may answer. */
    static Set<String> shown(HttpDocument document) {
        var shown = new java.util.TreeSet<String>();
        document.root().at("/components/examples").fieldNames().forEachRemaining(shown::add);
        return shown;
    }
}
