package io.lodestone.chassis.openapi;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Leaves out what nothing refers to, and puts the rest in order. */
final class Tidy {

    private static final int NESTING_MAX = 10;

    private Tidy() {}

    static void up(OpenAPI document) {
        var components = document.getComponents();
        for (int i = 0; i < NESTING_MAX; i++) {
            var text = SmallRyeOpenAPI.builder()
                    .withInitialModel(document)
                    .enableStandardFilter(false)
                    .build()
                    .toJSON();
            var used = new TreeMap<>(components.getSchemas());
            used.keySet().removeIf(name -> !text.contains("\"#/components/schemas/" + name + "\""));
            components.setSchemas(used);
        }
        components.setResponses(new TreeMap<>(components.getResponses()));
        components.setExamples(new TreeMap<>(components.getExamples()));
        components.setParameters(new TreeMap<>(components.getParameters()));
        components.setHeaders(new TreeMap<>(components.getHeaders()));
    }
}
