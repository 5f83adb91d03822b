package io.lodestone.contracts.envelope;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One Kafka topic, the service that speaks on it, and the closed set of facts that may appear on it. */
public final class Topic<E extends Event> {

    private final String name;
    private final String source;
    private final Map<String, Class<? extends E>> types;

    private Topic(String name, String source, Map<String, Class<? extends E>> types) {
        this.name = name;
        this.source = source;
        this.types = types;
    }

    /** @param service the owner's name; the CloudEvents source is {@code /lodestone/<service>} */
    public static <E extends Event> Topic<E> of(String name, String service, Class<E> events) {
        return new Topic<>(
                name,
                "/lodestone/" + service,
                facts(events)
                        .map(permitted -> permitted.asSubclass(events))
                        .collect(toUnmodifiableMap(Topic::typeName, permitted -> permitted)));
    }

    public String name() {
        return name;
    }

    public String source() {
        return source;
    }

    public String typeOf(E event) {
        return typeName(event.getClass());
    }

    /** Empty for a type this build does not know yet: producers may be ahead of us. */
    public Optional<Class<? extends E>> classOf(String type) {
        return Optional.ofNullable(types.get(type));
    }

    public Collection<Class<? extends E>> classes() {
        return types.values();
    }

    /** The schema's URN for a type: {@code urn:lodestone:schema:deals:deal-approved.v1}. */
    public static String schemaOf(String type) {
        return "urn:lodestone:schema:"
                + type.substring("io.lodestone.".length()).replaceFirst("\\.", ":");
    }

    /** The records of a sealed family, and of the families in it. */
    private static Stream<Class<?>> facts(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(Topic::facts)
                : Stream.of(family);
    }

    private static String typeName(Class<?> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event + " has no @EventType");
        }
        return type.value();
    }
}
