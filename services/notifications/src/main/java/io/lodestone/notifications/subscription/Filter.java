package io.lodestone.notifications.subscription;

import java.util.List;
import java.util.Map;

/**
 * A filter in one of the dialects of CloudEvents Subscriptions. It looks at an event's attributes, by name; an attribute
 * that the event does not have matches nothing.
 */
public sealed interface Filter {

    /** @param attributes the event's context attributes, extensions included */
    boolean matches(Map<String, String> attributes);

    /** Every named attribute has exactly that value. */
    record Exact(Map<String, String> values) implements Filter {

        @Override
        public boolean matches(Map<String, String> attributes) {
            return values.entrySet().stream()
                    .allMatch(entry -> entry.getValue().equals(attributes.get(entry.getKey())));
        }
    }

    /** Every named attribute begins with that text. */
    record Prefix(Map<String, String> values) implements Filter {

        @Override
        public boolean matches(Map<String, String> attributes) {
            return values.entrySet().stream()
                    .allMatch(
                            entry -> attributes.getOrDefault(entry.getKey(), "").startsWith(entry.getValue()));
        }
    }

    /** Every named attribute ends with that text. */
    record Suffix(Map<String, String> values) implements Filter {

        @Override
        public boolean matches(Map<String, String> attributes) {
            return values.entrySet().stream()
                    .allMatch(
                            entry -> attributes.getOrDefault(entry.getKey(), "").endsWith(entry.getValue()));
        }
    }

    /** Each of them matches. A subscription's own list is one: empty, it matches everything. */
    record All(List<Filter> filters) implements Filter {

        @Override
        public boolean matches(Map<String, String> attributes) {
            return filters.stream().allMatch(filter -> filter.matches(attributes));
        }
    }

    /** At least one of them matches. */
    record Any(List<Filter> filters) implements Filter {

        @Override
        public boolean matches(Map<String, String> attributes) {
            return filters.stream().anyMatch(filter -> filter.matches(attributes));
        }
    }

    record Not(Filter filter) implements Filter {

        @Override
        public boolean matches(Map<String, String> attributes) {
            return !filter.matches(attributes);
        }
    }
}
