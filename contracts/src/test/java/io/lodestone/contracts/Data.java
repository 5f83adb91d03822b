package io.lodestone.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Parts of a fact's data, as its schema says. */
final class Data {

    private Data() {}

    /** Without every field that is optional, at any depth. */
    static JsonNode required(JsonNode data, JsonNode schema) {
        return kept(data, schema, true);
    }

    /** Without every field that the schema does not name. */
    static JsonNode known(JsonNode data, JsonNode schema) {
        return kept(data, schema, false);
    }

    private static JsonNode kept(JsonNode data, JsonNode schema, boolean requiredOnly) {
        if (data.isArray()) {
            var elements = PublishedLanguage.JSON.createArrayNode();
            data.forEach(element -> elements.add(kept(element, schema.path("items"), requiredOnly)));
            return elements;
        }
        if (!data.isObject()) {
            return data;
        }
        var names = requiredOnly ? texts(schema.path("required")) : names(schema.path("properties"));
        var kept = PublishedLanguage.JSON.createObjectNode();
        data.properties().stream()
                .filter(field -> names.contains(field.getKey()))
                .forEach(field -> kept.set(
                        field.getKey(),
                        kept(field.getValue(), schema.path("properties").path(field.getKey()), requiredOnly)));
        return kept;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
