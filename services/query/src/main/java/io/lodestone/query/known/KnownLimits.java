package io.lodestone.query.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.query.limit.LimitTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the table {@code limit_terms}. There are hundreds of limits, not thousands. */
@ApplicationScoped
public class KnownLimits {

    private final ObjectMapper json;

    KnownLimits(ObjectMapper json) {
        this.json = json;
    }

    /** By their keys. */
    public List<LimitTerms> all(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select terms from limit_terms order by terms ->> 'key', limit_id");
                var rows = select.executeQuery()) {
            var limits = new ArrayList<LimitTerms>();
            while (rows.next()) {
                limits.add(json.readValue(rows.getString(1), LimitTerms.class));
            }
            return limits;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms of a limit could not be read", e);
        }
    }
}
