package io.lodestone.chassis.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.json.Json;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** One answer line. {@code line} counts the lines of the file from 1, a CSV's header included. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineAnswer(
            long line,
            String status,
            @Nullable UUID id,
            @Nullable Map<String, Object> problem) {}

    /** The last line. */
    record Summary(boolean done, long lines, long created, long updated, long unchanged, long refused) {}

    public Response run(InputStream body, MediaType type, LineImporter importer) {
        var lines = type.isCompatible(MediaType.valueOf(CSV)) ? ImportLines.csv(body) : ImportLines.ndjson(body);
        StreamingOutput answer = out -> stream(lines, importer, out);
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

    private void stream(ImportLines lines, LineImporter importer, OutputStream out) throws IOException {
        var counts = new long[Imported.Status.values().length];
        long refused = 0;
        long seen = 0;
        for (var line = lines.next(); line != null; line = lines.next()) {
            seen++;
            var answer = importLine(line, importer);
            if (answer.problem() == null) {
                counts[
                        Imported.Status.valueOf(answer.status().toUpperCase(Locale.ROOT))
                                .ordinal()]++;
            } else {
                refused++;
            }
            write(out, answer);
        }
        write(out, new Summary(true, seen, counts[0], counts[1], counts[2], refused));
        out.flush();
    }

    private static LineAnswer importLine(ImportLines.Line line, LineImporter importer) {
        try {
            var imported = QuarkusTransaction.requiringNew().call(() -> importer.importLine(line.content()));
            return new LineAnswer(
                    line.number(), imported.status().name().toLowerCase(Locale.ROOT), imported.id(), null);
        } catch (RuntimeException e) {
            return new LineAnswer(line.number(), "refused", null, Problems.of(e).body());
        }
    }

    private static void write(OutputStream out, Object answer) throws IOException {
        out.write(JSON.writeValueAsString(answer).getBytes(UTF_8));
        out.write('\n');
    }
}
