package io.lodestone.chassis.http;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The columns of a record as a CSV, in its own order; what nests is named by its path, as in an import. */
final class CsvColumns {

    private static final ObjectWriter CSV = new CsvMapper().writer(CsvSchema.emptySchema());

    private final List<String> paths;

    private CsvColumns(List<String> paths) {
        this.paths = paths;
    }

    /** @param fields those of the record to be shown */
    static CsvColumns of(Class<?> view, Set<String> fields) {
        var paths = new ArrayList<String>();
        for (var component : view.getRecordComponents()) {
            if (fields.contains(component.getName())) {
                add(paths, component.getName(), component.getType());
            }
        }
        return new CsvColumns(paths);
    }

    /** Records nest; anything else is a cell, if need be of JSON. */
    private static void add(List<String> paths, String path, Class<?> type) {
        if (!type.isRecord() || isPlain(type)) {
            paths.add(path);
            return;
        }
        for (var component : type.getRecordComponents()) {
            add(paths, path + "." + component.getName(), component.getType());
        }
    }

    /** Written as one value, such as tonnes. */
    private static boolean isPlain(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
    }

    String header() {
        return line(paths);
    }

    /** A row's cells in the order of the columns; what is not there is empty. */
    String line(JsonNode row) {
        return line(paths.stream()
                .map(path -> cell(row.at("/" + path.replace('.', '/'))))
                .toList());
    }

    private static String line(List<String> cells) {
        try {
            return CSV.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can always be written as CSV", e);
        }
    }

    private static String cell(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }
}
