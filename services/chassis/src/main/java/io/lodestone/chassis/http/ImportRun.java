package io.lodestone.chassis.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.json.Json;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import on its way. Lines are taken in by the chunk, a transaction each, because a commit costs more than a line. A
 * chunk with a line that is refused is taken back and gone through again line by line, so that only that line stays out.
 * What is answered is committed.
 */
final class ImportRun {

    /** Keeps a transaction under a second, and what is done twice because of one refused line small. */
    private static final int CHUNK_LINES = 100;

    /** Bounds the memory of a chunk whatever its lines weigh. */
    private static final int CHUNK_CHARACTERS = 2_000_000;

    private static final ObjectMapper JSON = Json.forImports();

    private final ImportLines lines;
    private final LineImporter importer;
    private final OutputStream out;
    private final Map<Imported.Status, Long> counts = new EnumMap<>(Imported.Status.class);
    private long seen;
    private long refused;
    private long lastNumber;
    private @Nullable ProblemException broken;

    ImportRun(ImportLines lines, LineImporter importer, OutputStream out) {
        this.lines = lines;
        this.importer = importer;
        this.out = out;
    }

    /** One answer line. {@code line} counts the lines of the file from 1, a CSV's header included. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineAnswer(
            long line,
            String status,
            @Nullable UUID id,
            @Nullable Map<String, Object> problem) {

        static LineAnswer of(ImportLines.Line line, Imported imported) {
            return new LineAnswer(
                    line.number(), imported.status().name().toLowerCase(Locale.ROOT), imported.id(), null);
        }

        static LineAnswer refused(ImportLines.Line line, RuntimeException cause) {
            return new LineAnswer(
                    line.number(), "refused", null, Problems.of(cause).body());
        }
    }

    /** The last line. {@code done} is false when the file could not be read to its end. */
    record Summary(boolean done, long lines, long created, long updated, long unchanged, long refused) {}

    void toTheEnd() throws IOException {
        for (var chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
            if (!together(chunk)) {
                oneByOne(chunk);
            }
            out.flush();
        }
        if (broken != null) {
            refused++;
            write(new LineAnswer(
                    lastNumber + 1, "refused", null, Problems.of(broken).body()));
        }
        write(new Summary(
                broken == null,
                seen,
                count(Imported.Status.CREATED),
                count(Imported.Status.UPDATED),
                count(Imported.Status.UNCHANGED),
                refused));
        out.flush();
    }

    private List<ImportLines.Line> chunk() throws IOException {
        var chunk = new ArrayList<ImportLines.Line>(CHUNK_LINES);
        int characters = 0;
        while (chunk.size() < CHUNK_LINES && characters < CHUNK_CHARACTERS) {
            var line = next();
            if (line == null) {
                break;
            }
            chunk.add(line);
            characters += line.size();
            lastNumber = line.number();
        }
        seen += chunk.size();
        return chunk;
    }

    /** Null at the end, which may come early: a quote that never closes spoils all that follows. */
    private ImportLines.@Nullable Line next() throws IOException {
        try {
            return broken == null ? lines.next() : null;
        } catch (ProblemException e) {
            broken = e;
            return null;
        }
    }

    /** False when one of them was refused; nothing of the chunk is taken in then. */
    private boolean together(List<ImportLines.Line> chunk) throws IOException {
        List<Imported> taken;
        try {
            taken = inTransaction(chunk);
        } catch (RuntimeException e) {
            return false;
        }
        for (int i = 0; i < chunk.size(); i++) {
            took(chunk.get(i), taken.get(i));
        }
        return true;
    }

    private void oneByOne(List<ImportLines.Line> chunk) throws IOException {
        for (var line : chunk) {
            Imported taken;
            try {
                taken = inTransaction(List.of(line)).getFirst();
            } catch (RuntimeException e) {
                refused++;
                write(LineAnswer.refused(line, e));
                continue;
            }
            took(line, taken);
        }
    }

    private List<Imported> inTransaction(List<ImportLines.Line> some) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var taken = some.stream()
                    .map(line -> importer.importLine(line.content()))
                    .toList();
            importer.beforeCommit();
            return taken;
        });
    }

    private void took(ImportLines.Line line, Imported taken) throws IOException {
        counts.merge(taken.status(), 1L, Long::sum);
        write(LineAnswer.of(line, taken));
    }

    private long count(Imported.Status status) {
        return counts.getOrDefault(status, 0L);
    }

    private void write(Object answer) throws IOException {
        out.write(JSON.writeValueAsString(answer).getBytes(UTF_8));
        out.write('\n');
    }
}
