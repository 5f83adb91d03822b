package io.lodestone.chassis.openapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** One operation and what its form says about it: which headers it takes, and which problems any such request can have. */
record Call(HttpMethod method, String path, Operation operation, Set<String> given, boolean versioned) {

    /** @param versioned a single read carries an ETag */
    static Call of(HttpMethod method, String path, Operation operation, boolean versioned) {
        var given = new LinkedHashSet<String>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> given.add(parameter.getName()));
        }
        return new Call(method, path, operation, given, versioned);
    }

    String name() {
        return method + " " + path;
    }

    /** Any of them will do; none when every valid token does. */
    List<String> roles() {
        var roles = new ArrayList<String>();
        if (operation.getSecurity() != null) {
            operation.getSecurity().forEach(requirement -> requirement
                    .getSchemes()
                    .values()
                    .forEach(scopes -> roles.addAll(scopes == null ? List.of() : scopes)));
        }
        return roles.stream().sorted().distinct().toList();
    }

    boolean isImport() {
        return path.endsWith("/imports");
    }

    /** It goes through {@code Commands}: it can be tried, and repeated under a key. */
    boolean isCommand() {
        return !isImport() && !isRead() && !isRemoval();
    }

    /** It answers that something is gone, with nothing else to tell. */
    boolean isRemoval() {
        return method == HttpMethod.DELETE
                && operation.getResponses().getAPIResponses().values().stream()
                        .allMatch(answer -> answer.getContent() == null);
    }

    boolean isRead() {
        return method == HttpMethod.GET;
    }

    boolean takesIfMatch() {
        return given.contains("If-Match");
    }

    boolean isPaged() {
        return given.contains("after");
    }

    boolean isCreation() {
        return isCommand() && operation.getResponses().getAPIResponse("201") != null;
    }

    List<String> sharedParameters() {
        var names = new ArrayList<String>();
        if (takesIfMatch()) {
            names.add("If-Match");
        }
        if (isCommand()) {
            names.addAll(List.of("Idempotency-Key", "dryRun"));
        }
        if (isRemoval()) {
            names.add("dryRun");
        }
        if (versioned && isRead() && !isPaged() && path.endsWith("}")) {
            names.add("If-None-Match");
        }
        names.add("traceparent");
        return names;
    }

    /** Slugs of the problems that any request of this form can have. */
    Set<String> problems() {
        var slugs =
                new LinkedHashSet<>(List.of("malformed", "no-valid-token", "not-acceptable", "internal", "try-again"));
        if (!roles().isEmpty()) {
            slugs.add("forbidden");
        }
        if (path.contains("{")) {
            slugs.add("not-found");
        }
        if (operation.getRequestBody() != null) {
            slugs.add("unsupported-media-type");
            slugs.addAll(isImport() ? List.of() : List.of("unknown-field", "invalid", "too-large"));
        }
        if (takesIfMatch()) {
            slugs.addAll(List.of("if-match-missing", "stale"));
        }
        if (isCommand()) {
            slugs.addAll(List.of("still-running", "idempotency-key-reused"));
        }
        return slugs;
    }
}
