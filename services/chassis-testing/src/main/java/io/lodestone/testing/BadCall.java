package io.lodestone.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One operation, and where its requests are gathered. */
final class BadCall {

    private static final String NOBODY = "019a5c10-7c00-7d3e-8a51-3f0c2b9d4e99";
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");

    final JsonNode operation;
    final JsonNode schema;
    final @Nullable JsonNode body;
    final @Nullable String example;
    private final String path;
    private final String method;
    private final Map<String, String> known;
    private final List<BadRequest> requests;
    private final Map<String, Set<String>> answers;
    private final String mediaType;

    BadCall(
            String path,
            String method,
            JsonNode operation,
            Map<String, Set<String>> answers,
            JsonNode schema,
            Map<String, String> known,
            List<BadRequest> requests) {
        this.path = path;
        this.method = method;
        this.operation = operation;
        this.known = known;
        this.requests = requests;
        var content = operation.at("/requestBody/content").properties().stream().findFirst();
        this.answers = answers;
        this.schema = schema;
        mediaType = content.map(Map.Entry::getKey).orElse("application/json");
        body = content.map(Map.Entry::getValue).map(type -> type.get("example")).orElse(null);
        example = body == null ? null : body.isTextual() ? body.asText() : body.toString();
    }

    void add(String what, Map<String, String> parameters, Map<String, String> other, @Nullable String content) {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "*/*");
        headers.put("If-Match", "*");
        if (content != null) {
            headers.put("Content-Type", mediaType);
        }
        headers.putAll(other);
        requests.add(new BadRequest(what, method, address(parameters), headers, content, roles(), agency(), answers));
    }

    /** Commands are only tried, imports are as bad as the field that is wrong. */
    private String address(Map<String, String> parameters) {
        var address = path;
        var query = new HashMap<>(parameters);
        for (var part : PATH_PARAMETER.matcher(path).results().toList()) {
            var name = part.group(1);
            var value = query.containsKey(name) ? query.remove(name) : value(name, path.substring(0, part.end()));
            address = address.replace(part.group(), value.isEmpty() ? "%20" : encoded(value));
        }
        if (!method.equals("GET") && !path.endsWith("/imports")) {
            query.putIfAbsent("dryRun", "true");
        }
        var text = new StringBuilder();
        query.forEach((name, value) ->
                text.append(text.isEmpty() ? "?" : "&").append(name).append('=').append(encoded(value)));
        return address + text;
    }

    /** @param beginning of the path, up to the parameter */
    private String value(String parameter, String beginning) {
        if (!isId(parameter)) {
            return "some-key";
        }
        var usual = known.getOrDefault(beginning, NOBODY);
        return path.endsWith("}") ? usual : known.getOrDefault(path, usual);
    }

    private static boolean isId(String parameter) {
        return parameter.toLowerCase(Locale.ROOT).endsWith("id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The example's, so that the wrong field is what is refused. Lines of an import are stored, so they are nobody's own. */
    private String agency() {
        var own = body == null
                ? ""
                : body.path("agency").asText(body.path("custodian").asText());
        return path.endsWith("/imports") ? "EXIM" : own.isEmpty() ? "DFC" : own;
    }

    private Set<String> roles() {
        var roles = new TreeSet<String>();
        operation
                .path("security")
                .forEach(scheme -> scheme.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText()))));
        return roles.isEmpty() ? Set.of("analyst") : roles;
    }
}
