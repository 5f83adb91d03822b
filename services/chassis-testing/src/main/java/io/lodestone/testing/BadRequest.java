package io.lodestone.testing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request that has something wrong with it.
 *
 * @param what     what is wrong, for the reader of a failure
 * @param roles    of the caller
 * @param agency   of the caller
 * @param answers  those that the operation's document names: status to the problem types, none where it is no refusal
 */
record BadRequest(
        String what,
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        Set<String> roles,
        String agency,
        Map<String, Set<String>> answers) {

    /** What names a class of ours or of a library. */
    private static final List<String> INSIDE = List.of(
            "io.lodestone.contracts",
            "io.lodestone.chassis",
            "java.",
            "jakarta.",
            "com.fasterxml",
            "org.",
            "Exception");

    private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]*)\"");

    Optional<String> whatIsWrongWith(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            return told(answer, "is a failure of ours");
        }
        var types = answers.get(String.valueOf(status));
        if (types == null) {
            return told(answer, "is not among " + new TreeSet<>(answers.keySet()));
        }
        if (status < 400) {
            return Optional.empty();
        }
        var type = answer.headers().firstValue("content-type").orElse("none");
        if (!type.startsWith("application/problem+json")) {
            return told(answer, "is " + type);
        }
        for (var field : Set.of("\"type\":\"/problems/", "\"title\":", "\"status\":" + status, "\"detail\":")) {
            if (!answer.body().contains(field)) {
                return told(answer, "lacks " + field);
            }
        }
        for (var inside : INSIDE) {
            if (answer.body().contains(inside)) {
                return told(answer, "tells of our inside, " + inside);
            }
        }
        var slug = TYPE.matcher(answer.body());
        return slug.find() && types.contains(slug.group(1))
                ? Optional.empty()
                : told(answer, "is not among " + new TreeSet<>(types));
    }

    private Optional<String> told(HttpResponse<String> answer, String wrong) {
        var body = answer.body();
        return Optional.of(method + " " + path + " (" + what + ") answered " + answer.statusCode() + ", which " + wrong
                + ": " + body.substring(0, Math.min(200, body.length())));
    }
}
