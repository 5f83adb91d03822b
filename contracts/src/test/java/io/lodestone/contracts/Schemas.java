package io.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.lodestone.contracts.PublishedLanguage.Fact;
import io.lodestone.contracts.deals.Pricing;
import io.lodestone.contracts.deals.Terms;
import io.lodestone.contracts.envelope.Topic;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the JSON Schema (2020-12) of a fact's data from its record. */
final class Schemas {

    private static final Set<String> IN_ENVELOPE = Set.of("subject", "version", "at");

    private static final String DECIMAL = "^-?[0-9]+(\\.[0-9]+)?$";

    private final SchemaGenerator generator;

    Schemas() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                        JacksonOption.SKIP_SUBTYPE_LOOKUP,
                        JacksonOption.IGNORE_TYPE_INFO_TRANSFORM));
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            var shape = shape(context.getGeneratorConfig().createObjectNode(), type.getErasedType());
            return shape == null ? null : new com.github.victools.jsonschema.generator.CustomDefinition(shape, true);
        });
        config.forFields()
                .withRequiredCheck(field -> !nullable(field.getRawMember().getAnnotatedType()));
        generator = new SchemaGenerator(config.build());
    }

    JsonNode of(Fact fact) {
        ObjectNode body = generator.generateSchema(fact.record());
        var properties = (ObjectNode) body.get("properties");
        var required = new TreeSet<String>();
        body.path("required").forEach(name -> required.add(name.asText()));
        for (var flat : flat(fact.record())) {
            properties.remove(flat.getName());
            required.remove(flat.getName());
            ObjectNode part = generator.generateSchema(flat.getType());
            properties.setAll((ObjectNode) part.get("properties"));
            part.path("required").forEach(name -> required.add(name.asText()));
        }
        properties.remove(IN_ENVELOPE);
        required.removeAll(IN_ENVELOPE);
        var schema = PublishedLanguage.JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", Topic.schemaOf(fact.type()));
        schema.put("title", fact.record().getSimpleName());
        schema.put("type", "object");
        var sorted = schema.putObject("properties");
        Stream.of(iterable(properties)).sorted().forEach(name -> sorted.set(name, properties.get(name)));
        var names = schema.putArray("required");
        required.forEach(names::add);
        return schema;
    }

    private static String[] iterable(ObjectNode properties) {
        var names = new java.util.ArrayList<String>();
        properties.fieldNames().forEachRemaining(names::add);
        return names.toArray(String[]::new);
    }

    private static java.util.List<RecordComponent> flat(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        || component.isAnnotationPresent(JsonUnwrapped.class))
                .toList();
    }

    private static boolean nullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** A sealed type, flat: its discriminator, and every field that one of its records has. */
    private ObjectNode oneOf(ObjectNode node, Class<?> sealed) {
        var kind = sealed.getAnnotation(JsonTypeInfo.class).property();
        var codes = Arrays.stream(sealed.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
        node.put("type", "object");
        var properties = node.putObject("properties");
        properties.putObject(kind).put("type", "string").put("description", "one of " + String.join(", ", codes));
        for (var record : sealed.getPermittedSubclasses()) {
            for (var component : record.getRecordComponents()) {
                properties.set(component.getName(), generator.generateSchema(component.getGenericType()));
            }
        }
        node.putArray("required").add(kind);
        return node;
    }

    private @Nullable ObjectNode shape(ObjectNode node, Class<?> type) {
        if (type == BigDecimal.class) {
            return node.put("type", "string").put("pattern", DECIMAL).put("description", "decimal as a string");
        }
        if (type == Tonnes.class) {
            return node.put("type", "string")
                    .put("pattern", "^-?[0-9]+\\.[0-9]{3,6}$")
                    .put("description", "metric tonnes, three to six decimals");
        }
        if (type == Share.class) {
            return node.put("type", "string")
                    .put("pattern", "^[0-9]{1,3}(\\.[0-9]{1,6})?$")
                    .put("description", "percent, 0 to 100");
        }
        if (type == Money.class) {
            node.put("type", "object").put("description", "an exact amount in one currency");
            var properties = node.putObject("properties");
            properties.putObject("amount").put("type", "string").put("pattern", DECIMAL);
            properties
                    .putObject("currency")
                    .put("type", "string")
                    .put("pattern", "^[A-Z]{3}$")
                    .put("description", "ISO 4217");
            node.putArray("required").add("amount").add("currency");
            return node;
        }
        if (type == Pricing.class || type == Terms.class) {
            return oneOf(node, type);
        }
        if (type == java.util.UUID.class) {
            return node.put("type", "string").put("format", "uuid");
        }
        if (type == java.time.LocalDate.class) {
            return node.put("type", "string").put("format", "date");
        }
        if (type == java.time.Instant.class) {
            return node.put("type", "string").put("format", "date-time");
        }
        return null;
    }
}
