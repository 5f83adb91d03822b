package io.lodestone.projects.project;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.projects.Weight;

/** How much of a project is about one mineral, in percent. */
public record MineralWeight(Mineral mineral, Share weight) {

    /** @throws InvalidValue naming the part that is missing or wrong */
    public MineralWeight {
        if (mineral == null) {
            throw new InvalidValue("mineral", "is missing");
        }
        Weights.mustWeigh(weight);
    }

    Weight published() {
        return new Weight(mineral.name(), weight);
    }
}
