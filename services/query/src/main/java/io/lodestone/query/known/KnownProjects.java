package io.lodestone.query.known;

import io.lodestone.contracts.Share;
import io.lodestone.contracts.projects.Weight;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a project's money belongs, by the newest fact that says so. */
@ApplicationScoped
public class KnownProjects {

    /** @param country ISO 3166-1 alpha-2 */
    public record Place(String country, List<Weight> minerals, List<Weight> segments) {

        public Place {
            minerals = List.copyOf(minerals);
            segments = List.copyOf(segments);
        }
    }

    public Optional<Place> of(Connection connection, UUID project) throws SQLException {
        try (var select = connection.prepareStatement("""
                select country, minerals, mineral_weights, segments, segment_weights from project_fact
                where project_id = ? order by version desc limit 1
                """)) {
            select.setObject(1, project);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Place(
                                row.getString("country"),
                                weights(row, "minerals", "mineral_weights"),
                                weights(row, "segments", "segment_weights")))
                        : Optional.empty();
            }
        }
    }

    private static List<Weight> weights(ResultSet row, String codes, String shares) throws SQLException {
        var names = (String[]) row.getArray(codes).getArray();
        var percents = (BigDecimal[]) row.getArray(shares).getArray();
        var weights = new ArrayList<Weight>();
        for (int i = 0; i < names.length; i++) {
            weights.add(new Weight(names[i], new Share(percents[i])));
        }
        return weights;
    }
}
