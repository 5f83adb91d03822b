package io.lodestone.notifications.subscription;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.notifications.subscription.Filter.All;
import io.lodestone.notifications.subscription.Filter.Any;
import io.lodestone.notifications.subscription.Filter.Exact;
import io.lodestone.notifications.subscription.Filter.Not;
import io.lodestone.notifications.subscription.Filter.Prefix;
import io.lodestone.notifications.subscription.Filter.Suffix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads filters from JSON values, strictly: what it does not know it refuses, naming the place. */
final class FilterReader {

    static final List<String> DIALECTS = List.of("exact", "prefix", "suffix", "all", "any", "not");

    /** What our events carry; a filter on anything else would never match. */
    static final List<String> ATTRIBUTES = List.of(
            "id",
            "source",
            "specversion",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "version",
            "actor",
            "traceparent");

    private static final int DEPTH_MAX = 8;
    private static final int FILTERS_MAX = 100;
    private static final int VALUE_LENGTH_MAX = 1000;

    private int read;

    /** @throws InvalidValue naming the first wrong part */
    static All read(List<? extends Map<String, ?>> filters) {
        return new All(new FilterReader().list("filters", filters, 1));
    }

    private List<Filter> list(String path, List<?> values, int depth) {
        var filters = new ArrayList<Filter>();
        for (int i = 0; i < values.size(); i++) {
            filters.add(filter(path + "[" + i + "]", values.get(i), depth));
        }
        return List.copyOf(filters);
    }

    private Filter filter(String path, @Nullable Object value, int depth) {
        if (++read > FILTERS_MAX || depth > DEPTH_MAX) {
            throw new InvalidValue(
                    path, "is one too many: at most " + FILTERS_MAX + " filters, nested " + DEPTH_MAX + " deep");
        }
        if (!(value instanceof Map<?, ?> map) || map.size() != 1) {
            throw new InvalidValue(path, "must be an object with one dialect: " + DIALECTS);
        }
        var entry = map.entrySet().iterator().next();
        var dialect = String.valueOf(entry.getKey());
        var inner = path + "." + dialect;
        return switch (dialect) {
            case "exact" -> new Exact(attributes(inner, entry.getValue()));
            case "prefix" -> new Prefix(attributes(inner, entry.getValue()));
            case "suffix" -> new Suffix(attributes(inner, entry.getValue()));
            case "all" -> new All(some(inner, entry.getValue(), depth));
            case "any" -> new Any(some(inner, entry.getValue(), depth));
            case "not" -> new Not(filter(inner, entry.getValue(), depth + 1));
            case "sql" -> throw new InvalidValue(inner, "comes later; possible now: " + DIALECTS);
            default -> throw new InvalidValue(inner, "is not a dialect; known: " + DIALECTS);
        };
    }

    private List<Filter> some(String path, @Nullable Object value, int depth) {
        if (!(value instanceof List<?> values) || values.isEmpty()) {
            throw new InvalidValue(path, "must be an array with at least one filter");
        }
        return list(path, values, depth + 1);
    }

    private static Map<String, String> attributes(String path, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            throw new InvalidValue(path, "must be an object with at least one attribute");
        }
        var attributes = new LinkedHashMap<String, String>();
        map.forEach((name, wanted) -> attributes.put(attribute(path, name), text(path + "." + name, wanted)));
        return Map.copyOf(attributes);
    }

    private static String attribute(String path, @Nullable Object name) {
        var text = String.valueOf(name);
        if (!ATTRIBUTES.contains(text)) {
            throw new InvalidValue(path + "." + text, "is not an attribute of our events; known: " + ATTRIBUTES);
        }
        return text;
    }

    private static String text(String path, @Nullable Object value) {
        if (!(value instanceof String text) || text.isEmpty() || text.length() > VALUE_LENGTH_MAX) {
            throw new InvalidValue(path, "must be a text of 1 to " + VALUE_LENGTH_MAX + " characters");
        }
        return text;
    }
}
