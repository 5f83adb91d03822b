package io.lodestone.query.reconciling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How rows of this package are written. */
final class Rows {

    private static final ObjectMapper JSON = Json.tolerant();

    private Rows() {}

    static void change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var change = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            change.executeUpdate();
        }
    }

    /** For a column of JSON. */
    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not be written as JSON", e);
        }
    }
}
