package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.ProjectFact;
import jakarta.enterprise.inject.Vetoed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends the thread of the first rebuild as a kill would: when all deals are filled in, and before the indexes are made. */
@Vetoed
public class DyingGenerations extends PlantedGenerations {

    private final AtomicInteger full = new AtomicInteger();
    private final AtomicInteger facts = new AtomicInteger();

    private DyingGenerations() {}

    public static DyingGenerations make() {
        return new DyingGenerations();
    }

    /** How many facts of deals were filled in. */
    public int facts() {
        return facts.get();
    }

    @Override
    public void fillEntries(
            Connection connection,
            Generation generation,
            Collection<List<DealFact>> histories,
            Map<UUID, List<ProjectFact>> places)
            throws SQLException {
        histories.forEach(history -> facts.addAndGet(history.size()));
        super.fillEntries(connection, generation, histories, places);
    }

    @Override
    public void entriesFull(Connection connection, Generation generation) throws SQLException {
        if (full.getAndIncrement() == 0) {
            throw new Error("ended as a kill would");
        }
        super.entriesFull(connection, generation);
    }
}
