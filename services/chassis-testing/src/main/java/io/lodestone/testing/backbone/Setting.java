package io.lodestone.testing.backbone;

import org.jspecify.annotations.Nullable;

/**
 * Where the backbone is to be found, known to the whole JVM. Kept in system properties and not in a static field: Quarkus loads test
 * classes, test resources and the application in different class loaders, and each would have a static of its own.
 */
public enum Setting {
    KAFKA("lodestone.backbone.running.kafka"),
    POSTGRES_URL("lodestone.backbone.running.postgres.url"),
    POSTGRES_USER("lodestone.backbone.running.postgres.user"),
    POSTGRES_PASSWORD("lodestone.backbone.running.postgres.password"),
    ISSUER("lodestone.backbone.running.issuer"),
    ISSUER_KEY("lodestone.backbone.running.issuer.key");

    private final String property;

    Setting(String property) {
        this.property = property;
    }

    /**
     * KAFKA: bootstrap servers. POSTGRES_URL: JDBC URL of the server's own database, for its superuser. ISSUER: URL. ISSUER_KEY: folder of its
     * key.
     *
     * @throws IllegalStateException when no backbone was started in this JVM
     */
    public String value() {
        var value = valueOrNull();
        if (value == null) {
            throw new IllegalStateException("no backbone is running: put @WithBackbone(service = \"...\") on the test");
        }
        return value;
    }

    @Nullable
    String valueOrNull() {
        return System.getProperty(property);
    }

    void is(String value) {
        System.setProperty(property, value);
    }
}
