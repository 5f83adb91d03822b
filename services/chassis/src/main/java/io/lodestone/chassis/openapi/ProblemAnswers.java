package io.lodestone.chassis.openapi;

import io.lodestone.chassis.http.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The refusals of operations: one answer per status, one named example per problem type. */
final class ProblemAnswers {

    private final OpenAPI document;
    private final Words words;

    ProblemAnswers(OpenAPI document, Words words) {
        this.document = document;
        this.words = words;
        document.getComponents().addSchema("Problem", schema()).addSchema("Violation", violation());
    }

    Map<String, APIResponse> of(Call call) {
        var slugs = new LinkedHashSet<>(call.problems());
        slugs.addAll(words.problems(call.name()));
        if (call.takesIfMatch()) {
            slugs.addAll(words.problemsOfActs(Operations.tag(call.path())));
        }
        var byStatus = new TreeMap<String, TreeSet<String>>();
        slugs.forEach(slug -> byStatus.computeIfAbsent(
                        String.valueOf(words.problem(slug).get("status")), _ -> new TreeSet<>())
                .add(slug));
        var answers = new TreeMap<String, APIResponse>();
        byStatus.forEach((status, types) -> answers.put(status, answer(status, List.copyOf(types))));
        return answers;
    }

    private APIResponse answer(String status, List<String> slugs) {
        var media = OASFactory.createMediaType().schema(Keywords.ref("Problem"));
        slugs.forEach(slug -> {
            document.getComponents()
                    .addExample(
                            slug,
                            OASFactory.createExample().summary(detail(slug)).value(body(slug)));
            media.addExample(slug, OASFactory.createExample().ref("#/components/examples/" + slug));
        });
        var answer = OperationAnswers.answer(String.join(", ", slugs))
                .content(OASFactory.createContent().addMediaType("application/problem+json", media));
        var headers = new ArrayList<>(List.of("traceparent"));
        if (status.equals("429") || status.equals("503") || slugs.contains("still-running")) {
            headers.add("Retry-After");
        }
        if (status.equals("401")) {
            headers.add("WWW-Authenticate");
        }
        var name = String.join(".", slugs);
        document.getComponents().addResponse(name, Shared.headers(document, answer, headers));
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
    }

    private String detail(String slug) {
        return String.valueOf(words.problem(slug).get("detail"));
    }

    private Map<String, Object> body(String slug) {
        var extensions = new LinkedHashMap<>(words.problem(slug));
        int status = (Integer) extensions.remove("status");
        var detail = String.valueOf(extensions.remove("detail"));
        return new Problem(status, slug, detail, extensions).body();
    }

    private static Schema schema() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A refusal (RFC 9457). What helps beyond the named fields depends on the type.")
                .addProperty(
                        "type", Keywords.string().description("`/problems/<slug>`; stable, a client may switch on it"))
                .addProperty("title", Keywords.string().description("The type in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("The HTTP status"))
                .addProperty("detail", Keywords.string().description("What is wrong in this request, and what to do"))
                .addProperty("violations", list(Keywords.ref("Violation")).description("The wrong fields"))
                .addProperty("allowed", list(Keywords.string()).description("What would have been accepted"))
                .addProperty("rule", Keywords.string().description("Which rule says no"))
                .addProperty("until", Keywords.string().description("How long the rule says no"))
                .addProperty("trace", Keywords.string().description("Finds the request in our logs"))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema violation() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("One wrong field")
                .addProperty("field", Keywords.string().description("Its path, `headline.amount`"))
                .addProperty("message", Keywords.string().description("What is wrong with it"))
                .required(List.of("field", "message"));
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }
}
