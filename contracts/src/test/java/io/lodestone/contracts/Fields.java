package io.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.lodestone.contracts.PublishedLanguage.Fact;
import io.lodestone.contracts.envelope.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Every field of a fact's data, from its schema, with what it means, from the sources and the glossary. */
final class Fields {

    private static final Properties GLOSSARY = glossary();

    private Fields() {}

    /**
     * @param path     as in consumer contracts
     * @param type     JSON type, with format or unit
     * @param required in each fact, as long as what it is a part of is there
     */
    record Field(String path, String type, boolean required, String meaning) {}

    static List<Field> of(Fact fact, JsonNode schema) {
        var fields = new ArrayList<Field>();
        collect("", schema, fact.record(), fields);
        return fields;
    }

    private static void collect(String at, JsonNode schema, @Nullable Class<?> owner, List<Field> fields) {
        schema.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var part = property.getValue();
            var path = at + "/" + name;
            var component = owner == null ? Optional.<Owned>empty() : component(owner, name);
            fields.add(new Field(path, type(part), requires(schema, name), meaning(component, part)));
            var inner = component.map(Owned::innerType).orElse(null);
            collect(path, part, inner, fields);
            collect(path + "/*", part.path("items"), inner, fields);
        });
    }

    /** A record component and the record in which its words stand. */
    private record Owned(Class<?> record, RecordComponent component) {

        Class<?> innerType() {
            return component.getGenericType() instanceof ParameterizedType list
                            && list.getActualTypeArguments()[0] instanceof Class<?> element
                    ? element
                    : component.getType();
        }
    }

    private static Optional<Owned> component(Class<?> owner, String name) {
        if (owner.isSealed()) {
            return Arrays.stream(owner.getPermittedSubclasses())
                    .flatMap(record -> component(record, name).stream())
                    .findFirst();
        }
        if (!owner.isRecord()) {
            return Optional.empty();
        }
        for (var component : owner.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                var inside = component(component.getType(), name);
                if (inside.isPresent()) {
                    return inside;
                }
            } else if (component.getName().equals(name)) {
                return Optional.of(new Owned(owner, component));
            }
        }
        return Optional.empty();
    }

    private static String meaning(Optional<Owned> owned, JsonNode schema) {
        if (owned.isEmpty()) {
            return schema.path("description").asText("");
        }
        var record = owned.get().record();
        var name = owned.get().component().getName();
        var special = GLOSSARY.getProperty(record.getSimpleName() + "." + name);
        if (special != null) {
            return special;
        }
        if (Event.class.isAssignableFrom(record)) {
            return name.equals("effectiveOn") ? Docs.ofMethod(Event.class, name) : GLOSSARY.getProperty(name, "");
        }
        return switch (record.getSimpleName()) {
            case "Money" -> name.equals("amount") ? "in the currency's decimals" : "ISO 4217";
            default ->
                // what is null in Java is left out of the JSON
                Docs.component(record, name).orElse("").replaceAll("\\bnull (when|where)", "absent $1");
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type").asText();
        if (schema.has("enum")) {
            return String.join(
                    ", ",
                    StreamSupport.stream(schema.path("enum").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        }
        if (type.equals("array")) {
            return "list";
        }
        var unit = schema.path("format").asText(schema.path("description").asText(""));
        return switch (unit) {
            case "" -> {
                boolean decimal = schema.path("pattern").asText("").startsWith("^-?[0-9]");
                yield decimal ? "decimal as a string" : type.equals("string") ? "text" : type;
            }
            case "ISO 4217" -> "text";
            case "date" -> "date, YYYY-MM-DD";
            case "uuid" -> "UUID";
            default -> unit;
        };
    }

    private static boolean requires(JsonNode schema, String name) {
        for (var required : schema.path("required")) {
            if (required.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    static Properties glossary() {
        var glossary = new Properties();
        try (var reader =
                Files.newBufferedReader(PublishedLanguage.HOME.resolve("src/test/resources/glossary.properties"))) {
            glossary.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return glossary;
    }
}
