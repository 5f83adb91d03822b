package io.lodestone.chassis.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.lodestone.chassis.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of an import file, one at a time. */
interface ImportLines {

    /**
     * A line and its number in the file; the content is read when asked for, so that a bad line is one line's trouble.
     *
     * @param size in characters
     */
    record Line(long number, int size, Content source) {

        ObjectNode content() {
            return source.read();
        }
    }

    /** @throws ProblemException 400 when the line is not an object */
    @FunctionalInterface
    interface Content {
        ObjectNode read();
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    Line next() throws IOException;

    static ImportLines ndjson(InputStream body) {
        var reader = new BufferedReader(new InputStreamReader(body, UTF_8));
        var json = Json.forImports();
        return new ImportLines() {
            private long number;

            @Override
            public @Nullable Line next() throws IOException {
                for (var text = BoundedLine.read(reader); text != null; text = BoundedLine.read(reader)) {
                    number++;
                    if (!text.isBlank()) {
                        var line = text;
                        return new Line(number, line.length(), () -> object(json, line));
                    }
                }
                return null;
            }
        };
    }

    static ImportLines csv(InputStream body) {
        return new CsvLines(body);
    }

    private static ObjectNode object(ObjectMapper json, String text) {
        try {
            if (json.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
        throw new ProblemException(Problem.of(400, "malformed", "A line is one JSON object of at most 1 MiB."));
    }

    /** CSV with a header: {@code obligor.name} stands for a nested field, a cell that begins with [ or { is JSON. */
    final class CsvLines implements ImportLines {

        private final InputStream body;
        private final ObjectMapper json = Json.forImports();
        private @Nullable MappingIterator<Map<String, String>> rows;

        CsvLines(InputStream body) {
            this.body = body;
        }

        @Override
        public @Nullable Line next() throws IOException {
            var all = rows();
            try {
                if (!all.hasNextValue()) {
                    return null;
                }
                long number = all.getCurrentLocation().getLineNr();
                var row = all.nextValue();
                return new Line(number, size(row), () -> object(row));
            } catch (JsonProcessingException e) {
                throw new ProblemException(
                        Problem.of(400, "malformed", "The CSV ends here: " + e.getOriginalMessage()));
            }
        }

        private MappingIterator<Map<String, String>> rows() throws IOException {
            if (rows == null) {
                rows = new CsvMapper()
                        .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                        .enable(CsvParser.Feature.TRIM_SPACES)
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(new InputStreamReader(body, UTF_8));
            }
            return rows;
        }

        private static int size(Map<String, String> row) {
            return row.values().stream()
                    .mapToInt(cell -> cell == null ? 0 : cell.length())
                    .sum();
        }

        private ObjectNode object(Map<String, String> row) {
            var line = json.createObjectNode();
            row.forEach((path, cell) -> {
                if (cell != null && !cell.isEmpty()) {
                    put(line, path, cell);
                }
            });
            return line;
        }

        private void put(ObjectNode line, String path, String cell) {
            var steps = path.split("\\.");
            var target = line;
            for (int i = 0; i < steps.length - 1; i++) {
                target = target.withObjectProperty(steps[i]);
            }
            var name = steps[steps.length - 1];
            if (cell.startsWith("[") || cell.startsWith("{")) {
                try {
                    target.set(name, json.readTree(cell));
                } catch (JsonProcessingException e) {
                    throw new ProblemException(Problem.of(400, "malformed", path + " is not valid JSON")
                            .violation(path, "is not valid JSON"));
                }
            } else {
                target.put(name, cell);
            }
        }
    }
}
