package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import io.quarkus.arc.Arc;
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
public class ForgetfulGenerations extends NewGenerations {

    private final UUID forgotten;

    private ForgetfulGenerations(UUID forgotten) {
        super(bean(Generations.class), bean(DealFacts.class), bean(ProjectFacts.class), bean(Books.class));
        this.forgotten = forgotten;
    }

    public static NewGenerations forgetting(UUID project) {
        return new ForgetfulGenerations(project);
    }

    @Override
    public void fillDeals(
            Connection connection,
            Generation generation,
            Collection<List<DealFact>> histories,
            Map<UUID, List<ProjectFact>> places)
            throws SQLException {
        var known = new HashMap<>(places);
        known.remove(forgotten);
        super.fillDeals(connection, generation, histories, known);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
