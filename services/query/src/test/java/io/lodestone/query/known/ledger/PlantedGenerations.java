package io.lodestone.query.known.ledger;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Vetoed;

/** New generations with a planted fault, over the service's own tables. */
@Vetoed
abstract class PlantedGenerations extends NewGenerations {

    PlantedGenerations() {
        super(bean(Generations.class), bean(DealFacts.class), bean(ProjectFacts.class), bean(Books.class));
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
