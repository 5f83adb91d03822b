package io.lodestone.query.rebuilding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.json.Json;
import io.lodestone.query.known.ledger.Generation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A generation that is filled in part.
 *
 * @param positions topic to partition to the offset it is to be filled up to
 */
record HalfMade(Generation generation, Map<String, Map<Integer, Long>> positions) {

    private static final ObjectMapper JSON = Json.tolerant();
    private static final TypeReference<Map<String, Map<Integer, Long>>> POSITIONS = new TypeReference<>() {};

    /** What is there of that rebuild; empty when its first step is not done, so that it can as well begin anew. */
    static Optional<HalfMade> of(Connection connection, UUID rebuild) throws SQLException {
        try (var select = connection.prepareStatement("""
                select g.id, r.position from read_model_rebuild r join ledger_generation g on g.id = r.generation
                join read_model_rebuild_step s on s.rebuild = r.id and s.generation = g.id and s.step = ? where r.id = ?
                """)) {
            select.setString(1, Steps.PROJECTS);
            select.setObject(2, rebuild);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new HalfMade(
                                new Generation(row.getInt(1)), JSON.readValue(row.getString(2), POSITIONS)))
                        : Optional.empty();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the position of rebuild " + rebuild + " cannot be read", e);
        }
    }
}
