package io.lodestone.chassis.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Gives schemas names that can be told apart, and each field its words. */
final class Schemas {

    private static final String HERE = "#/components/schemas/";

    private final OpenAPI document;
    private final Words words;

    Schemas(OpenAPI document, Words words) {
        this.document = document;
        this.words = words;
    }

    void write() {
        var schemas = new TreeMap<>(document.getComponents().getSchemas());
        schemas.forEach((name, schema) -> {
            Keywords.put(schema, words.schema(name));
            each(schema, Keywords::decimals);
            if (schema.getProperties() != null) {
                new ArrayList<>(schema.getProperties().keySet()).forEach(field -> field(name, schema, field));
            }
        });
        document.getComponents().setSchemas(schemas);
    }

    private void field(String name, Schema schema, String field) {
        var keywords = words.field(name, field);
        if (keywords.containsKey("absent")) {
            schema.removeProperty(field);
        } else {
            Keywords.put(Objects.requireNonNull(schema.getProperties().get(field)), keywords);
        }
    }

    /**
     * The scanner tells types of one simple name apart by numbers, in an order that nobody chose. Such a schema takes the
     * name of its owner before it: the schema whose field it is, or the tag whose request body it is.
     */
    void nameClearly() {
        var schemas = document.getComponents().getSchemas();
        var clear = new LinkedHashMap<String, String>();
        for (var name : schemas.keySet()) {
            var plain = name.replaceFirst("[0-9]+$", "");
            boolean shared = schemas.keySet().stream().anyMatch(other -> other.matches(plain + "[0-9]+"));
            if (name.startsWith("Page") && name.length() > 4) {
                clear.put(name, name.substring(4) + "Page");
            } else if (shared) {
                clear.put(name, clearName(name, plain));
            }
        }
        rename(clear);
    }

    private String clearName(String name, String plain) {
        for (var owner : document.getComponents().getSchemas().entrySet()) {
            var uses = new ArrayList<Schema>();
            each(owner.getValue(), schema -> {
                if ((HERE + name).equals(schema.getRef())) {
                    uses.add(schema);
                }
            });
            if (!uses.isEmpty()) {
                return owner.getKey().replaceFirst("[0-9]+$", "") + plain;
            }
        }
        return Requests.tagOf(document, HERE + name)
                .map(tag -> plain + Operations.singular(tag))
                .orElse(name);
    }

    private void rename(Map<String, String> clear) {
        var renamed = new TreeMap<String, Schema>();
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (renamed.put(clear.getOrDefault(name, name), schema) != null) {
                throw new IllegalStateException("two schemas would be called " + clear.get(name) + ": rename a record");
            }
        });
        document.getComponents().setSchemas(renamed);
        var all = new ArrayList<Schema>(renamed.values());
        all.addAll(Requests.bodySchemas(document));
        all.forEach(schema -> each(schema, part -> {
            var ref = part.getRef();
            if (ref != null && clear.containsKey(ref.substring(HERE.length()))) {
                part.setRef(HERE + clear.get(ref.substring(HERE.length())));
            }
        }));
    }

    /** The schema and all that stand in it. */
    private static void each(Schema schema, Consumer<Schema> visitor) {
        visitor.accept(schema);
        var parts = new ArrayList<Schema>();
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            parts.add(schema.getAdditionalPropertiesSchema());
        }
        for (var alternatives : java.util.Arrays.asList(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf())) {
            parts.addAll(alternatives == null ? List.of() : alternatives);
        }
        parts.forEach(part -> each(part, visitor));
    }
}
