package io.lodestone.query.exposure;

import io.lodestone.contracts.projects.Weight;
import java.util.List;

/**
 * A project as it stands after one of its facts, as far as it says where money belongs.
 *
 * @param country  ISO 3166-1 alpha-2
 * @param minerals weights in percent
 * @param segments weights in percent
 */
public record ProjectFact(Fact fact, String country, List<Weight> minerals, List<Weight> segments) {

    public ProjectFact {
        minerals = List.copyOf(minerals);
        segments = List.copyOf(segments);
    }

    /** Whether money would go elsewhere after this than after {@code other}. */
    public boolean placesUnlike(ProjectFact other) {
        return !(country.equals(other.country) && minerals.equals(other.minerals) && segments.equals(other.segments));
    }
}
