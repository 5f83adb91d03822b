package io.lodestone.chassis.http;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.lodestone.contracts.envelope.InvalidPart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON body: 400 when it is not of the right form, 422 when a value of the right form is wrong. */
final class JsonProblems {

    private static final int LENGTH_MAX = 200;

    /** How our own readers begin to say what is wrong. */
    private static final String OURS = "must ";

    private JsonProblems() {}

    static Problem of(JsonProcessingException e) {
        return switch (e) {
            case JsonMappingException mapping
            when mapping.getCause() instanceof ProblemException refused -> refused.problem();
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException wrong when wrong.getValue() instanceof CharSequence -> wrongValue(wrong);
            case InvalidTypeIdException kind -> wrongKind(kind);
            case JsonMappingException mapping
            when mapping.getCause() instanceof InvalidPart part ->
                Problem.invalid(join(path(mapping), part.component()), part.getMessage());
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case ValueInstantiationException broken
            when broken.getCause() instanceof NullPointerException ->
                malformed(path(broken), "holds null where a value must be");
            default -> Problem.of(400, "malformed", "The body is not valid JSON: " + shortened(e.getOriginalMessage()));
        };
    }

    private static Problem unknownField(UnrecognizedPropertyException e) {
        var field = path(e);
        var known = e.getKnownPropertyIds() == null ? List.of() : e.getKnownPropertyIds();
        return Problem.of(400, "unknown-field", "There is no field " + field + " here.")
                .violation(field, "is not known")
                .with("allowed", known.stream().map(Object::toString).sorted().toList());
    }

    private static Problem wrongValue(InvalidFormatException e) {
        var field = path(e);
        if (e.getTargetType() != null && e.getTargetType().isEnum()) {
            var codes = Arrays.stream(e.getTargetType().getEnumConstants())
                    .map(Object::toString)
                    .toList();
            return Problem.invalid(field, e.getValue() + " is not a known code")
                    .with("allowed", Nearest.to(String.valueOf(e.getValue()), codes));
        }
        return Problem.invalid(
                field, "\"" + shortened(e.getValue().toString()) + "\" is not " + form(e.getTargetType()));
    }

    /** One of several shapes is asked for, and the field that says which is missing or has an unknown code. */
    private static Problem wrongKind(InvalidTypeIdException e) {
        var base = e.getBaseType().getRawClass();
        var field = join(path(e), base.getAnnotation(JsonTypeInfo.class).property());
        var codes = Arrays.stream(base.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
        return e.getTypeId() == null
                ? Problem.invalid(field, "is missing").with("allowed", codes)
                : Problem.invalid(field, shortened(e.getTypeId()) + " is not a known code")
                        .with("allowed", Nearest.to(e.getTypeId(), codes));
    }

    private static String form(@Nullable Class<?> type) {
        if (type == BigDecimal.class) {
            return "a plain decimal such as \"1250000000.00\"";
        }
        if (type == LocalDate.class) {
            return "a day such as \"2026-05-21\"";
        }
        return type == UUID.class ? "an id (UUID)" : "a valid value";
    }

    private static String shortened(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "...";
    }

    private static Problem mismatch(MismatchedInputException e) {
        var field = path(e);
        var message = field.isEmpty() ? "the body is missing or of the wrong type" : "is of the wrong type";
        return malformed(field, message, asked(e));
    }

    private static Problem malformed(String field, String message) {
        return malformed(field.isEmpty() ? "body" : field, message, "");
    }

    private static Problem malformed(String field, String message, String more) {
        return Problem.of(400, "malformed", (field + " " + message + more).strip())
                .violation(field, message);
    }

    /** What would have been right. Never Jackson's own words: they name our classes. */
    private static String asked(MismatchedInputException e) {
        if (e.getOriginalMessage().startsWith(OURS)) {
            return ": " + e.getOriginalMessage();
        }
        var type = e.getTargetType();
        if (type == null) {
            return "";
        }
        if (type == boolean.class || type == Boolean.class) {
            return ": must be true or false";
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return ": must be a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return ": must be a number";
        }
        if (CharSequence.class.isAssignableFrom(type) || type.isEnum()) {
            return ": must be a text in quotes";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return ": must be a list";
        }
        return type.isRecord() && type.getRecordComponents().length > 1 ? ": must be an object" : "";
    }

    private static String join(String path, String component) {
        if (path.isEmpty() || component.isEmpty()) {
            return path + component;
        }
        return path + "." + component;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
