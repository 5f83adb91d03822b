package io.lodestone.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes requests out of an OpenAPI document, each with one thing wrong: a field, a parameter, a header or the whole body. */
final class BadRequests {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS =
            List.of("", "%", "-1", "ZZZ", "2026-02-30", "1e999", "' or 1=1 --", "\u0000", "x".repeat(5_000));

    /** For what every operation takes in the same way. */
    private static final List<String> SHARED_TEXTS = List.of("", "ZZZ", "x".repeat(5_000));

    private static final List<JsonNode> VALUES = List.of(
            NullNode.instance,
            BooleanNode.TRUE,
            IntNode.valueOf(-1),
            NODES.numberNode(1.5e300),
            NODES.arrayNode().add(NODES.arrayNode()),
            NODES.objectNode().put("unknown", 1),
            TextNode.valueOf(""),
            TextNode.valueOf("ZZZ"),
            TextNode.valueOf("-1"),
            TextNode.valueOf("99999999999999999999.999999999"),
            TextNode.valueOf("2026-02-30"),
            TextNode.valueOf("\u0000"),
            TextNode.valueOf("x".repeat(5_000)));

    private final JsonNode document;
    private final Map<String, String> known;

    /** @param known see {@link BadInputContract#known} */
    BadRequests(JsonNode document, Map<String, String> known) {
        this.document = document;
        this.known = known;
    }

    Stream<BadRequest> all() {
        return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .flatMap(method ->
                        of(path.getKey(), method.getKey().toUpperCase(Locale.ROOT), method.getValue()).stream()));
    }

    private List<BadRequest> of(String path, String method, JsonNode operation) {
        var requests = new ArrayList<BadRequest>();
        var call = new BadCall(path, method, operation, answers(operation), schema(operation), known, requests);
        parameters(call);
        call.add("an Accept that is none", Map.of(), Map.of("Accept", "garbage////"), call.example);
        if (operation.has("requestBody")) {
            bodies(call);
        }
        return requests;
    }

    private void parameters(BadCall call) {
        for (var named : call.operation.path("parameters")) {
            var parameter = resolved(named);
            var name = parameter.path("name").asText();
            for (var text : named.has("$ref") ? SHARED_TEXTS : TEXTS) {
                boolean header = parameter.path("in").asText().equals("header");
                if (!header) {
                    call.add(name + " = " + text, Map.of(name, text), Map.of(), call.example);
                } else if (text.chars().allMatch(c -> c >= ' ')) {
                    call.add(name + " = " + text, Map.of(), Map.of(name, text), call.example);
                }
            }
        }
    }

    private void bodies(BadCall call) {
        for (var body : List.of("", "{", "[]", "null", "17", "\"x\"", "{\"a\":1,\"a\":2}", "{} {}", "\u0000")) {
            call.add("body " + body, Map.of(), Map.of(), body);
        }
        call.add("a body of another type", Map.of(), Map.of("Content-Type", "text/plain"), "hello");
        if (call.body instanceof ObjectNode example) {
            call.add(
                    "an unknown field",
                    Map.of(),
                    Map.of(),
                    example.deepCopy().put("unknown", 1).toString());
            fields("", example, call.schema, call);
        }
    }

    /** Those of the example, and those of the schema that the example does without. */
    private void fields(String where, JsonNode part, JsonNode schema, BadCall call) {
        var whole = Objects.requireNonNull(call.body);
        for (var name : names(part, schema)) {
            var path = where + "/" + name;
            for (var value : VALUES) {
                call.add(path + " = " + value, Map.of(), Map.of(), with(whole, path, value));
            }
            if (part.has(name)) {
                call.add(path + " is missing", Map.of(), Map.of(), with(whole, path, null));
            }
            var inner = part.isArray()
                    ? schema.path("items")
                    : schema.path("properties").path(name);
            fields(path, whole.at(path), resolved(inner), call);
        }
    }

    private static Set<String> names(JsonNode part, JsonNode schema) {
        var names = new TreeSet<String>();
        part.fieldNames().forEachRemaining(names::add);
        if (part.isObject()) {
            schema.path("properties").fieldNames().forEachRemaining(names::add);
        }
        for (int i = 0; part.isArray() && i < part.size(); i++) {
            names.add(String.valueOf(i));
        }
        return names;
    }

    private static String with(JsonNode whole, String path, @Nullable JsonNode value) {
        var changed = whole.deepCopy();
        int last = path.lastIndexOf('/');
        var owner = changed.at(path.substring(0, last));
        var name = path.substring(last + 1);
        if (owner instanceof ObjectNode object) {
            if (value == null) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        } else if (owner instanceof ArrayNode list && value != null) {
            list.set(Integer.parseInt(name), value);
        }
        return changed.toString();
    }

    private JsonNode schema(JsonNode operation) {
        return resolved(operation.at("/requestBody/content/application~1json/schema"));
    }

    /** Status to the types of the problems that the document shows for it. */
    private Map<String, Set<String>> answers(JsonNode operation) {
        var answers = new HashMap<String, Set<String>>();
        operation.path("responses").properties().forEach(answer -> {
            var types = new HashSet<String>();
            resolved(answer.getValue())
                    .at("/content/application~1problem+json/examples")
                    .forEach(example ->
                            types.add(resolved(example).at("/value/type").asText()));
            answers.put(answer.getKey(), types);
        });
        return answers;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
