package io.lodestone.chassis.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people say about the HTTP interface, beside the code: {@code openapi/words.yaml} of the chassis and of the
 * service, and one file per tag, {@code openapi/<tag>.yaml}. Their parts are
 *
 * <ul>
 *   <li>{@code tags}: tag to description
 *   <li>{@code operations}: {@code POST /v1/...} to {@code description}, {@code problems} beyond those that its form
 *       implies, {@code list: true} for a list without pages,
 *       {@code versioned: false} for a read without ETag, {@code files} for media types that are no JSON,
 *       {@code query} for parameters that the code reads itself
 *   <li>{@code acts}: tag to problems that every act on one of its resources may have
 *   <li>{@code fields}: {@code name}, or {@code Schema.name} where a schema means something of its own, to a description
 *       or to keywords of a schema
 *   <li>{@code schemas}: schema to a description or to what stands in its place
 *   <li>{@code examples}: schema to an example
 *   <li>{@code problems}: slug to {@code status}, {@code detail} and what else helps
 * </ul>
 */
final class Words {

    private static final TypeReference<Map<String, Map<String, Object>>> FORM = new TypeReference<>() {};

    private final Map<String, Map<String, Object>> parts = new LinkedHashMap<>();

    private Words() {}

    /** @param tags whose files are read too, where there are any */
    static Words of(Iterable<String> tags) {
        var words = new Words();
        words.read("openapi/words.yaml");
        tags.forEach(tag -> words.read("openapi/" + tag + ".yaml"));
        return words;
    }

    private void read(String name) {
        try {
            var files = Thread.currentThread().getContextClassLoader().getResources(name);
            while (files.hasMoreElements()) {
                try (var file = files.nextElement().openStream()) {
                    new YAMLMapper().readValue(file, FORM).forEach((part, entries) -> parts.computeIfAbsent(
                                    part, _ -> new LinkedHashMap<>())
                            .putAll(entries));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    String ofTag(String tag) {
        return String.valueOf(part("tags").getOrDefault(tag, ""));
    }

    String description(String operation) {
        return String.valueOf(operation(operation).getOrDefault("description", ""));
    }

    List<String> problems(String operation) {
        return texts(operation(operation).get("problems"));
    }

    boolean isVersioned(String operation) {
        return !Boolean.FALSE.equals(operation(operation).get("versioned"));
    }

    /** Answers that are files: media type to an example. */
    Map<String, Object> files(String operation) {
        return map(operation(operation).get("files"));
    }

    /** Query parameters that the code reads itself: name to description. */
    Map<String, Object> query(String operation) {
        return map(operation(operation).get("query"));
    }

    List<String> problemsOfActs(String tag) {
        return texts(part("acts").get(tag));
    }

    boolean isList(String operation) {
        return Boolean.TRUE.equals(operation(operation).get("list"));
    }

    /** Keywords of a schema for a field or parameter. */
    Map<String, Object> field(String schema, String name) {
        var fields = part("fields");
        return keywords(fields.getOrDefault(schema + "." + name, fields.getOrDefault(name, Map.of())));
    }

    /** Keywords of a schema of its own. */
    Map<String, Object> schema(String name) {
        return keywords(part("schemas").getOrDefault(name, Map.of()));
    }

    Optional<Object> example(String schema) {
        return Optional.ofNullable(part("examples").get(schema));
    }

    /** The problem's example body, as {@code Problem} writes it, by slug. */
    Map<String, Object> problem(String slug) {
        var known = map(part("problems").get(slug));
        if (known.isEmpty()) {
            throw new IllegalStateException(slug + " has no entry under problems in openapi/words.yaml");
        }
        return known;
    }

    private Map<String, Object> operation(String operation) {
        return map(part("operations").get(operation));
    }

    private Map<String, Object> part(String name) {
        return parts.getOrDefault(name, Map.of());
    }

    private static Map<String, Object> keywords(Object value) {
        return value instanceof String description ? Map.of("description", description) : map(value);
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }
}
