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
 * One import on its way. Lines are taken in by the chunk, a transaction each, because a commit costs more than a line. When
 * a line is refused its chunk is taken back, and what stands before and behind the line is taken in again, so that only
 * that line stays out. What is answered is committed.
 */
final class ImportRun<L> {

    /** Keeps a transaction under a second, and what is done twice because of one refused line small. */
    private static final int CHUNK_LINES = 100;

    /** Bounds the memory of a chunk whatever its lines weigh. */
    private static final int CHUNK_CHARACTERS = 2_000_000;

    /** A chunk with more of them is gone through line by line: trying again costs more than commits by then. */
    private static final int REFUSALS_MAX = 4;

    private static final ObjectMapper JSON = Json.forImports();

    private final ImportLines lines;
    private final LineImporter<L> importer;
    private final OutputStream out;
    private final Map<Imported.Status, Long> counts = new EnumMap<>(Imported.Status.class);
    private long seen;
    private long refused;
    private long lastNumber;
    private @Nullable ProblemException broken;

    ImportRun(ImportLines lines, LineImporter<L> importer, OutputStream out) {
        this.lines = lines;
        this.importer = importer;
        this.out = out;
    }

    /** A line that could be read. */
    private record Read<L>(ImportLines.Line line, L content) {}

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
            take(chunk);
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

    /** What cannot be read is refused in its place; what stands between is taken in together. */
    private void take(List<ImportLines.Line> chunk) throws IOException {
        var readable = new ArrayList<Read<L>>(chunk.size());
        for (var line : chunk) {
            try {
                readable.add(new Read<>(line, importer.read(line.content())));
            } catch (RuntimeException e) {
                takeIn(readable);
                readable.clear();
                refuse(line, e);
            }
        }
        takeIn(readable);
    }

    private void takeIn(List<Read<L>> lines) throws IOException {
        var rest = lines;
        for (int refusals = 0; !rest.isEmpty() && refusals < REFUSALS_MAX; refusals++) {
            int good = together(rest);
            if (good == rest.size()) {
                return;
            }
            var before = rest.subList(0, good);
            if (together(before) < good) {
                oneByOne(before);
            }
            oneByOne(rest.subList(good, good + 1));
            rest = rest.subList(good + 1, rest.size());
        }
        oneByOne(rest);
    }

    /** How many of them can be taken in together, from the first on. They are in only when it is all of them. */
    private int together(List<Read<L>> some) throws IOException {
        var taken = new ArrayList<Imported>(some.size());
        try {
            inTransaction(some, taken);
        } catch (RuntimeException e) {
            return taken.size() < some.size() ? taken.size() : 0; // 0: they were refused as a whole
        }
        for (int i = 0; i < some.size(); i++) {
            took(some.get(i).line(), taken.get(i));
        }
        return some.size();
    }

    private void oneByOne(List<Read<L>> some) throws IOException {
        for (var one : some) {
            var taken = new ArrayList<Imported>(1);
            try {
                inTransaction(List.of(one), taken);
            } catch (RuntimeException e) {
                refuse(one.line(), e);
                continue;
            }
            took(one.line(), taken.getFirst());
        }
    }

    private void inTransaction(List<Read<L>> some, List<Imported> taken) {
        if (some.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            importer.prepare(some.stream().map(Read::content).toList());
            for (var one : some) {
                taken.add(importer.take(one.content()));
            }
            importer.beforeCommit();
        });
    }

    private void refuse(ImportLines.Line line, RuntimeException cause) throws IOException {
        refused++;
        write(LineAnswer.refused(line, cause));
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
