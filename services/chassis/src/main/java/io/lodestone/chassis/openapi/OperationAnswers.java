package io.lodestone.chassis.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What an operation answers: its success with an example, and each problem it may refuse with. */
final class OperationAnswers {

    private final OpenAPI document;
    private final Words words;
    private final ProblemAnswers problems;

    OperationAnswers(OpenAPI document, Words words) {
        this.document = document;
        this.words = words;
        this.problems = new ProblemAnswers(document, words);
    }

    void write(Call call) {
        var answers = new TreeMap<String, APIResponse>();
        var said = call.operation().getResponses().getAPIResponses();
        var success = said.entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(call.name() + " does not say what it answers"));
        example(call);
        if (call.isRemoval()) {
            answers.put("204", headers(answer("Gone."), List.of("traceparent")));
            answers.put("200", dryRun());
        } else {
            answers.put(success.getKey(), success(call, success.getKey(), success.getValue()));
        }
        if (call.isCreation()) {
            answers.put("200", dryRun(Objects.requireNonNull(answers.get("201"))));
        }
        if (call.sharedParameters().contains("If-None-Match")) {
            answers.put("304", headers(answer("You have the newest version."), List.of("ETag", "traceparent")));
        }
        answers.putAll(problems.of(call));
        var responses = OASFactory.createAPIResponses();
        answers.forEach(responses::addAPIResponse);
        call.operation().setResponses(responses);
    }

    /** The request's. */
    private void example(Call call) {
        var body = call.operation().getRequestBody();
        if (body != null) {
            body.getContent().getMediaTypes().forEach((type, content) -> {
                if (call.isImport()) {
                    content.schema(Keywords.string());
                }
                words.example(call.isImport() ? call.path() + " " + type : name(content.getSchema()))
                        .ifPresent(content::setExample);
            });
        }
    }

    private APIResponse success(Call call, String status, APIResponse said) {
        var content = said.getContent() == null ? OASFactory.createContent() : said.getContent();
        if (call.isImport()) {
            content = OASFactory.createContent()
                    .addMediaType("application/x-ndjson", media(Keywords.string(), call.path()));
        }
        var files = words.files(call.name());
        if (!files.isEmpty()) {
            content = onlyJson(content);
        }
        for (var file : files.entrySet()) {
            content.addMediaType(
                    file.getKey(),
                    OASFactory.createMediaType().schema(Keywords.string()).example(file.getValue()));
        }
        if (!call.isImport()) {
            types(content).values().forEach(type -> finish(call, type));
        }
        var answer = answer(describe(call, status)).content(content);
        return headers(answer, headersOf(call, content));
    }

    private static Content onlyJson(Content content) {
        var json = OASFactory.createContent();
        types(content).forEach((name, type) -> {
            if (name.equals("application/json")) {
                json.addMediaType(name, type);
            }
        });
        return json;
    }

    private static Map<String, MediaType> types(Content content) {
        return content.getMediaTypes() == null ? Map.of() : content.getMediaTypes();
    }

    private void finish(Call call, MediaType type) {
        var schema = type.getSchema();
        if (schema == null || schema.getRef() == null) {
            return;
        }
        var name = name(schema);
        if (call.isPaged() || words.isList(call.name())) {
            var item = name.replaceFirst("Page$", "");
            type.setSchema(page(item));
            words.example(item).ifPresent(example -> example(type, item + "Page", pageOf(example)));
        } else {
            words.example(name).ifPresent(example -> example(type, name, example));
        }
    }

    /** Stands once in the document, however many operations give it. */
    private void example(MediaType type, String name, Object example) {
        document.getComponents().addExample(name, OASFactory.createExample().value(example));
        type.addExample(name, OASFactory.createExample().ref("#/components/examples/" + name));
    }

    private Schema page(String item) {
        var items = OASFactory.createSchema().addType(SchemaType.ARRAY).items(Keywords.ref(item));
        document.getComponents()
                .addSchema(
                        item + "Page",
                        OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .description("One page of a list")
                                .addProperty("items", items)
                                .addProperty("next", Keywords.string().addType(SchemaType.NULL))
                                .required(List.of("items", "next")));
        return Keywords.ref(item + "Page");
    }

    private static Map<String, Object> pageOf(Object example) {
        var page = new LinkedHashMap<String, Object>();
        page.put("items", List.of(example));
        page.put("next", "MDE5YTVjMTA");
        return page;
    }

    /** A creation that is only tried makes nothing, so it is no 201. */
    private APIResponse dryRun(APIResponse created) {
        var content = OASFactory.createContent();
        created.getContent()
                .getMediaTypes()
                .forEach((type, made) -> content.addMediaType(
                        type,
                        OASFactory.createMediaType()
                                .schema(tried().addProperty("resource", Keywords.ref(name(made.getSchema()))))));
        return headers(
                answer("With `dryRun=true`: what would be recorded and made.").content(content),
                List.of("traceparent"));
    }

    /** A removal that is only tried. */
    private APIResponse dryRun() {
        var content = OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(tried()));
        return headers(answer("With `dryRun=true`: what would be recorded.").content(content), List.of("traceparent"));
    }

    private static Schema tried() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("dryRun", OASFactory.createSchema().addType(SchemaType.BOOLEAN))
                .addProperty(
                        "facts",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().addType(SchemaType.OBJECT)));
    }

    private static String describe(Call call, String status) {
        if (call.isImport()) {
            return "One JSON object per line of the file, then a summary; refused lines carry their `problem`.";
        }
        if (status.equals("201")) {
            return "The new resource.";
        }
        return call.isCommand() ? "The resource after the act." : "What was asked for.";
    }

    private List<String> headersOf(Call call, Content content) {
        if (call.isCreation()) {
            return List.of("ETag", "Location", "Consistency-Token", "Idempotency-Replayed", "traceparent");
        }
        if (call.isCommand()) {
            return List.of("ETag", "Consistency-Token", "Idempotency-Replayed", "traceparent");
        }
        if (call.sharedParameters().contains("If-None-Match")) {
            return List.of("ETag", "traceparent");
        }
        return call.isPaged() && content.getMediaTypes() != null
                ? List.of("Link", "traceparent")
                : List.of("traceparent");
    }

    private MediaType media(Schema schema, String example) {
        var media = OASFactory.createMediaType().schema(schema);
        words.example(example).ifPresent(media::setExample);
        return media;
    }

    private APIResponse headers(APIResponse answer, List<String> names) {
        return Shared.headers(document, answer, names);
    }

    static APIResponse answer(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static String name(Schema schema) {
        var ref = schema == null || schema.getRef() == null ? "" : schema.getRef();
        return ref.substring(ref.lastIndexOf('/') + 1);
    }
}
