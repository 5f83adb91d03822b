package io.lodestone.chassis.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Gives each operation its id, tag, words, parameters and answers. */
final class Operations {

    private final OpenAPI document;
    private final Words words;

    Operations(OpenAPI document, Words words) {
        this.document = document;
        this.words = words;
    }

    void write() {
        var answers = new OperationAnswers(document, words);
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    var call = Call.of(method, path, operation, words.isVersioned(method + " " + path));
                    describe(call);
                    parameters(call);
                    answers.write(call);
                }));
    }

    private void describe(Call call) {
        var operation = call.operation();
        operation.setOperationId(id(call.method(), call.path()));
        operation.setTags(List.of(tag(call.path())));
        var said = operation.getDescription() == null ? words.description(call.name()) : operation.getDescription();
        if (!said.isBlank()) {
            var roles = call.roles().isEmpty()
                    ? "Any valid token will do."
                    : "Needs one of the roles " + String.join(", ", call.roles()) + ".";
            operation.setDescription(said.strip() + "\n\n" + roles);
        }
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
        }
    }

    private void parameters(Call call) {
        var operation = call.operation();
        var parameters = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            parameters.addAll(operation.getParameters());
        }
        words.query(call.name())
                .forEach((name, description) -> parameters.add(OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.QUERY)
                        .description(String.valueOf(description))
                        .schema(Keywords.string())));
        parameters.removeIf(parameter -> Shared.isShared(parameter.getName()));
        parameters.forEach(parameter -> describe(tag(call.path()), parameter));
        parameters.sort(Comparator.comparing(Parameter::getIn).thenComparing(Parameter::getName));
        call.sharedParameters().forEach(name -> {
            document.getComponents().addParameter(name, Shared.parameter(name));
            parameters.add(OASFactory.createParameter().ref("#/components/parameters/" + name));
        });
        operation.setParameters(parameters);
    }

    private void describe(String tag, Parameter parameter) {
        var keywords = new HashMap<>(words.field(tag, parameter.getName()));
        var description = keywords.remove("description");
        if (parameter.getSchema() != null) {
            Keywords.put(parameter.getSchema(), keywords);
        }
        if (parameter.getDescription() == null && description != null) {
            parameter.setDescription(String.valueOf(description));
        }
    }

    /** {@code deals} of {@code /v1/deals/{id}/approval}, {@code echo} of {@code /echo}. */
    static String tag(String path) {
        return unversioned(path).split("/")[0];
    }

    private static String unversioned(String path) {
        return path.replaceFirst("^/(v[0-9]+/)?", "");
    }

    /** {@code Deal} of {@code deals}, {@code SupplyLink} of {@code supply-links}. */
    static String singular(String segment) {
        var word = Arrays.stream(segment.split("[-_]"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("iness")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** {@code POST /v1/deals/{id}/approval} is {@code postDealApproval}; {@code GET /v1/deals} is {@code getDeals}. */
    private static String id(HttpMethod method, String path) {
        var segments = unversioned(path).split("/");
        var id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        for (int i = 0; i < segments.length; i++) {
            boolean one = i + 1 < segments.length && segments[i + 1].startsWith("{");
            if (!segments[i].startsWith("{")) {
                id.append(one ? one(segments[i]) : plural(segments[i]));
            }
        }
        return id.toString();
    }

    /** A word without a plural, as in {@code /v1/limit-usage/{id}}, needs another way to tell one from all. */
    private static String one(String segment) {
        var word = singular(segment);
        return word.equals(plural(segment)) ? word + "ById" : word;
    }

    private static String plural(String segment) {
        var word = singular(segment);
        return segment.endsWith("s") && !word.endsWith("s") ? word + "s" : word;
    }
}
