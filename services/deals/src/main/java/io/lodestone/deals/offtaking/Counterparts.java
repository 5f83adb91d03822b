package io.lodestone.deals.offtaking;

import io.lodestone.deals.known.KnownProjects;
import io.lodestone.deals.known.KnownStockpiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What a proposal names of other services: the project that delivers, and the stockpile that buys. */
@ApplicationScoped
class Counterparts {

    private final KnownProjects projects;
    private final KnownStockpiles stockpiles;

    Counterparts(KnownProjects projects, KnownStockpiles stockpiles) {
        this.projects = projects;
        this.stockpiles = stockpiles;
    }

    /** The project. @throws io.lodestone.deals.deal.DealRefusal.ReferenceUnknown when one of both is not known after two seconds */
    UUID require(ProposeOfftake command) {
        if (command.stockpileId() != null) {
            stockpiles.require(command.stockpileId());
        }
        return command.projectId() == null
                ? projects.requireReference(command.requiredReference())
                : projects.require(command.projectId());
    }
}
