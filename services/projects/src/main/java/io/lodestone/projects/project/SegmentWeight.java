package io.lodestone.projects.project;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.contracts.projects.Weight;

/** How much of a project is in one stage of the chain, in percent. */
public record SegmentWeight(Segment segment, Share weight) {

    /** @throws InvalidValue naming the part that is missing or wrong */
    public SegmentWeight {
        if (segment == null) {
            throw new InvalidValue("segment", "is missing");
        }
        Weights.mustWeigh(weight);
    }

    Weight published() {
        return new Weight(segment.name(), weight);
    }
}
