package io.lodestone.chassis.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The parameters and headers that mean the same everywhere. */
final class Shared {

    private static final List<String> NAMES =
            List.of("If-Match", "If-None-Match", "Idempotency-Key", "dryRun", "traceparent");

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private Shared() {}

    static boolean isShared(String name) {
        return NAMES.contains(name);
    }

    static Parameter parameter(String name) {
        return switch (name) {
            case "If-Match" ->
                header(name, "The ETag you read, `\"<version>\"`, or `*` to act on whatever is there.", "\"4\"")
                        .required(false);
            case "If-None-Match" -> header(name, "An ETag you have: 304 when it is still the newest.", "\"4\"");
            case "Idempotency-Key" ->
                header(
                                name,
                                "Any text of 1 to 255 characters. The same key and body within 72 hours give the first"
                                        + " answer again, without a second effect.",
                                "order-2025-0131-1")
                        .schema(text("order-2025-0131-1").maxLength(255));
            case "dryRun" -> dryRun();
            case "traceparent" ->
                header(name, "W3C trace context; it is found again in the answer, in logs and in every fact.", TRACE);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Parameter dryRun() {
        return OASFactory.createParameter()
                .name("dryRun")
                .in(Parameter.In.QUERY)
                .description("`true`: everything is checked and nothing is stored. The answer is 200 with `dryRun`, the"
                        + " `facts` that would be recorded, and the `resource` as it would be.")
                .schema(OASFactory.createSchema().addType(SchemaType.BOOLEAN).defaultValue(false));
    }

    /** Names headers of an answer; what they mean stands once in the document. */
    static APIResponse headers(OpenAPI document, APIResponse answer, List<String> names) {
        names.forEach(name -> {
            document.getComponents().addHeader(name, answerHeader(name));
            answer.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
        });
        return answer;
    }

    private static Header answerHeader(String name) {
        return switch (name) {
            case "ETag" -> header("The resource's version, to be sent as If-Match.", "\"5\"");
            case "Location" -> header("Path of the new resource.", "/v1/deals/019a5c10-7c00-7d3e-8a51-3f0c2b9d4e01");
            case "Consistency-Token" ->
                header(
                        "What was recorded. Send it to the query service to read an answer that knows of it.",
                        "lodestone.deals:019a5c10-7c00-7d3e-8a51-3f0c2b9d4e01:5");
            case "Idempotency-Replayed" -> header("`true` when this is the first answer again.", "true");
            case "traceparent" -> header("The trace this request belongs to.", TRACE);
            case "Link" ->
                header("The next page, `rel=\"next\"`, where there is one.", "</v1/deals?after=MTI>; rel=\"next\"");
            case "Retry-After" -> header("Seconds to wait before the same request is sent again.", "1");
            case "WWW-Authenticate" -> header("How to authenticate.", "Bearer");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text(example));
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader().description(description).schema(text(example));
    }

    private static Schema text(String example) {
        return Keywords.string().examples(List.of(example));
    }
}
