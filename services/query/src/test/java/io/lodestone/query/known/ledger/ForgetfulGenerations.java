package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Vetoed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A planted bug: a fold that forgets where projects place their deals. */
@Vetoed
public class ForgetfulGenerations extends NewGenerations {

    private ForgetfulGenerations(Generations generations, DealFacts deals, ProjectFacts projects, Books books) {
        super(generations, deals, projects, books);
    }

    public static NewGenerations make() {
        return new ForgetfulGenerations(
                bean(Generations.class), bean(DealFacts.class), bean(ProjectFacts.class), bean(Books.class));
    }

    @Override
    public void fillDeals(
            Connection connection,
            Generation generation,
            Collection<List<DealFact>> histories,
            Map<UUID, List<ProjectFact>> places)
            throws SQLException {
        super.fillDeals(connection, generation, histories, Map.of());
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
