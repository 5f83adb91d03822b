package io.lodestone.chassis.http;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An RFC 9457 answer. {@code slug} is the stable part a client may switch on; each has an entry in docs/problems.md.
 *
 * @param status     HTTP status
 * @param slug       lower case words with dashes
 * @param detail     what is wrong here and what to do about it
 * @param extensions what helps: violations, allowed, rule, until
 */
public record Problem(int status, String slug, String detail, Map<String, Object> extensions) {

    /** One wrong field of a request. */
    public record Violation(String field, String message) {}

    public static Problem of(int status, String slug, String detail) {
        return new Problem(status, slug, detail, Map.of());
    }

    /** 422 for one field. */
    public static Problem invalid(String field, String message) {
        return of(422, "invalid", field + " " + message).violation(field, message);
    }

    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(status, slug, detail, more);
    }

    public Problem violation(String field, String message) {
        var violations = new ArrayList<Object>((List<?>) extensions.getOrDefault("violations", List.of()));
        violations.add(new Violation(field, message));
        return with("violations", violations);
    }

    /** The JSON body: type, title, status, detail and the extensions. */
    public Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + slug);
        body.put("title", title());
        body.put("status", status);
        body.put("detail", detail);
        body.putAll(extensions);
        return body;
    }

    public Response toResponse() {
        var response = Response.status(status).type("application/problem+json");
        if (status == 429 || status == 503 || (status == 409 && slug.equals("still-running"))) {
            response.header("Retry-After", 1);
        }
        if (status == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.header("Cache-Control", "no-store").entity(body()).build();
    }

    private String title() {
        var words = slug.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
