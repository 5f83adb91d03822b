package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import jakarta.enterprise.inject.Vetoed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A planted bug: a fold that forgets where one project places its deals. */
@Vetoed
public class ForgetfulGenerations extends PlantedGenerations {

    private final UUID forgotten;

    private ForgetfulGenerations(UUID forgotten) {
        this.forgotten = forgotten;
    }

    public static NewGenerations forgetting(UUID project) {
        return new ForgetfulGenerations(project);
    }

    @Override
    public void fillEntries(
            Connection connection,
            Generation generation,
            Collection<List<DealFact>> histories,
            Map<UUID, List<ProjectFact>> places)
            throws SQLException {
        var known = new HashMap<>(places);
        known.remove(forgotten);
        super.fillEntries(connection, generation, histories, known);
    }
}
