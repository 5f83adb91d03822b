package io.lodestone.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/**
 * Streams an import: one line in, one line out, in bounded memory. A bad line is refused with its number and never
 * stops the rest; the last line of the answer is a summary.
 */
@ApplicationScoped
public class Imports {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    private static final ObjectMapper JSON = Json.forImports();

    private final Validator validator;

    Imports(Validator validator) {
        this.validator = validator;
    }

    public Response run(InputStream body, MediaType type, LineImporter<?> importer) {
        var lines = type.isCompatible(MediaType.valueOf(CSV)) ? ImportLines.csv(body) : ImportLines.ndjson(body);
        StreamingOutput answer = out -> new ImportRun<>(lines, importer, out).toTheEnd();
        return Response.ok(answer)
                .type(NDJSON)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Binds a line, or a part of it, as strictly as a request body. */
    public <T> T read(ObjectNode line, Class<T> type) {
        try {
            var value = JSON.treeToValue(line, type);
            var violations = validator.validate(value);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
    }

    /** A line kept as text, as it was taken in. */
    public ObjectNode parse(String line) {
        try {
            return (ObjectNode) JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line that was taken in does not read any more", e);
        }
    }
}
