package io.lodestone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds a schema against the one that was published under the same type and version. Both sides matter: what was
 * written then must still be accepted, and what readers count on must still be there. Keywords that it does not know
 * may not change.
 */
final class SchemaCompatibility {

    private static final Set<String> WORDS_ONLY =
            Set.of("$schema", "$comment", "title", "description", "examples", "default", "deprecated");

    private static final Set<String> SMALLER_IS_TIGHTER =
            Set.of("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties");

    private static final Set<String> GREATER_IS_TIGHTER =
            Set.of("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties");

    private static final Set<String> FREE_TO_DROP = Set.of("pattern", "format", "multipleOf", "uniqueItems");

    private final String type;
    private final List<Breach> breaches = new ArrayList<>();

    private SchemaCompatibility(String type) {
        this.type = type;
    }

    /**
     * @param type  the event type, with its version
     * @param field a path as in consumer contracts, for example {@code /obligor/lei} or {@code /minerals/*}{@code /code};
     *              empty for the data as a whole
     */
    record Breach(String type, String field, String reason) {
        @Override
        public String toString() {
            return type + ": " + (field.isEmpty() ? "the data" : "field " + field) + " " + reason;
        }
    }

    /** @param current null when the type is no longer there */
    static List<Breach> compare(String type, JsonNode published, @Nullable JsonNode current) {
        var gate = new SchemaCompatibility(type);
        if (current == null) {
            gate.breach("", "is gone: a published type stays");
        } else {
            gate.hold("", published, current);
        }
        return List.copyOf(gate.breaches);
    }

    private void hold(String field, JsonNode before, JsonNode after) {
        if (!after.isObject() || !before.isObject()) {
            if (!after.equals(before) && !accepts(after)) {
                breach(field, "is narrowed: from " + shown(before) + " to " + shown(after));
            }
            return;
        }
        for (var keyword : keywords(before, after)) {
            var was = before.path(keyword);
            var is = after.path(keyword);
            switch (keyword) {
                case "properties", "required" -> {}
                case "type" -> types(field, was, is);
                case "enum" -> values(field, was, is);
                case "additionalProperties" -> additional(field, was, is);
                case "items" -> items(field, was, is);
                default -> constraint(field, keyword, was, is);
            }
        }
        properties(field, before, after);
        required(field, before, after);
    }

    private void properties(String field, JsonNode before, JsonNode after) {
        var was = before.path("properties");
        var is = after.path("properties");
        for (var name : names(was)) {
            var at = field + "/" + name;
            if (is.has(name)) {
                hold(at, was.get(name), is.get(name));
            } else {
                breach(at, "is removed" + renamed(was, is, name));
            }
        }
    }

    private static String renamed(JsonNode was, JsonNode is, String gone) {
        return names(is).stream()
                .filter(name -> !was.has(name) && is.get(name).equals(was.get(gone)))
                .findFirst()
                .map(name -> " (renamed to " + name + "? to a reader a new name is a loss)")
                .orElse("");
    }

    private void required(String field, JsonNode before, JsonNode after) {
        var was = texts(before.path("required"));
        var is = texts(after.path("required"));
        for (var name : is) {
            if (!was.contains(name)) {
                breach(field + "/" + name, "is newly required: facts already written do not have to have it");
            }
        }
        for (var name : was) {
            if (!is.contains(name) && after.path("properties").has(name)) {
                breach(field + "/" + name, "was always there and now is optional: readers count on it");
            }
        }
    }

    /** Both ways: what was written must be accepted, and readers must not meet a type that they never saw. */
    private void types(String field, JsonNode was, JsonNode is) {
        if (!types(was).equals(types(is))) {
            breach(field, "has its type narrowed or changed: from " + shown(was) + " to " + shown(is));
        }
    }

    private void values(String field, JsonNode was, JsonNode is) {
        if (is.isMissingNode()) {
            return;
        }
        if (was.isMissingNode()) {
            breach(field, "is narrowed: only some values are left");
        }
        var left = new HashSet<JsonNode>();
        is.forEach(left::add);
        for (var value : was) {
            if (!left.contains(value)) {
                breach(field, "has lost the value " + value.asText());
            }
        }
    }

    private void additional(String field, JsonNode was, JsonNode is) {
        if (accepts(is)) {
            return;
        }
        if (accepts(was)) {
            breach(field, "has additionalProperties tightened: fields that are not named were allowed");
        } else {
            hold(field + "/*", was, is);
        }
    }

    private void items(String field, JsonNode was, JsonNode is) {
        if (accepts(was) && !accepts(is)) {
            breach(field + "/*", "is narrowed: elements of any kind were allowed");
        } else {
            hold(field + "/*", object(was), object(is));
        }
    }

    private void constraint(String field, String keyword, JsonNode was, JsonNode is) {
        if (WORDS_ONLY.contains(keyword) || was.equals(is)) {
            return;
        }
        boolean upper = SMALLER_IS_TIGHTER.contains(keyword);
        if (upper || GREATER_IS_TIGHTER.contains(keyword)) {
            if (is.isNumber() && (was.isMissingNode() || isTighter(upper, was, is))) {
                breach(field, "has " + keyword + " tightened: from " + shown(was) + " to " + shown(is));
            }
            return;
        }
        boolean dropped = is.isMissingNode() || (is.isBoolean() && !is.asBoolean());
        if (!(FREE_TO_DROP.contains(keyword) && dropped)) {
            breach(field, "has " + keyword + " changed: from " + shown(was) + " to " + shown(is));
        }
    }

    private static boolean isTighter(boolean upper, JsonNode was, JsonNode is) {
        int change = is.decimalValue().compareTo(was.decimalValue());
        return upper ? change < 0 : change > 0;
    }

    private void breach(String field, String reason) {
        breaches.add(new Breach(type, field, reason));
    }

    private static boolean accepts(JsonNode schema) {
        return schema.isMissingNode()
                || (schema.isBoolean() && schema.asBoolean())
                || (schema.isObject() && schema.isEmpty());
    }

    private static JsonNode object(JsonNode schema) {
        return schema.isObject() || !accepts(schema) ? schema : PublishedLanguage.JSON.createObjectNode();
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.isTextual() ? value.asText() : value.toString();
    }

    private static Set<String> keywords(JsonNode before, JsonNode after) {
        var all = new TreeSet<>(names(before));
        all.addAll(names(after));
        return all;
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> types(JsonNode type) {
        return type.isTextual() ? Set.of(type.asText()) : texts(type);
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
