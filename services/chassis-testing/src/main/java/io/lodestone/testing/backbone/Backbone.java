package io.lodestone.testing.backbone;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.Map;

/**
 * Starts the backbone for a {@code @QuarkusTest}; see {@link WithBackbone}. It runs until the JVM ends, so that all test
 * classes share it: with Testcontainers where a Docker engine answers, else as processes of this machine.
 * {@code -Dlodestone.backbone=docker|embedded} decides.
 */
public final class Backbone implements QuarkusTestResourceConfigurableLifecycleManager<WithBackbone> {

    private String service = "";

    @Override
    public void init(WithBackbone annotation) {
        service = annotation.service();
    }

    /** Where {@code service} is named by {@code @ResourceArg(name = "service", value = "deals")} instead. */
    @Override
    public void init(Map<String, String> args) {
        service = args.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        if (!service.matches("[a-z]+")) {
            throw new IllegalArgumentException("a backbone needs the service's name, lower case letters: " + service);
        }
        SharedBackbone.start();
        var database = ServiceDatabase.of(service);
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.role(),
                "quarkus.datasource.password", database.password(),
                "kafka.bootstrap.servers", Setting.KAFKA.value(),
                "quarkus.oidc.auth-server-url", Setting.ISSUER.value());
    }

    /** Nothing: the next test class wants it too, and the JVM's end stops it. */
    @Override
    public void stop() {}
}
