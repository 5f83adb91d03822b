package io.lodestone.query.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Flat rows as CSV with a header. */
public final class Csv {

    private static final CsvMapper MAPPER = new CsvMapper();

    private Csv() {}

    /** @param rows with these columns; what is null is an empty cell */
    public static String of(List<String> columns, List<ObjectNode> rows) {
        if (rows.isEmpty()) {
            return String.join(",", columns) + "\n";
        }
        var schema = CsvSchema.builder().setUseHeader(true);
        columns.forEach(schema::addColumn);
        try {
            return MAPPER.writer(schema.build()).writeValueAsString(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
