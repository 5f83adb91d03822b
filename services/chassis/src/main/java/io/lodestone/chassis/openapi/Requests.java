package io.lodestone.chassis.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Where operations use schemas directly. */
final class Requests {

    private Requests() {}

    /** The tag of the operation that takes or gives a schema, if there is one. */
    static Optional<String> tagOf(OpenAPI document, String ref) {
        return document.getPaths().getPathItems().entrySet().stream()
                .filter(path -> path.getValue().getOperations().values().stream()
                        .flatMap(operation -> schemas(operation).stream())
                        .anyMatch(schema -> ref.equals(schema.getRef())))
                .map(path -> Operations.tag(path.getKey()))
                .findFirst();
    }

    static List<Schema> bodySchemas(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> schemas(operation).stream())
                .toList();
    }

    private static List<Schema> schemas(Operation operation) {
        var found = new ArrayList<Schema>();
        if (operation.getRequestBody() != null) {
            add(found, operation.getRequestBody().getContent());
        }
        if (operation.getResponses() != null) {
            operation.getResponses().getAPIResponses().values().forEach(response -> add(found, response.getContent()));
        }
        return found;
    }

    private static void add(List<Schema> found, Content content) {
        if (content != null) {
            content.getMediaTypes().values().stream()
                    .filter(type -> type.getSchema() != null)
                    .forEach(type -> found.add(type.getSchema()));
        }
    }
}
