package io.lodestone.query.exposure;

import io.lodestone.contracts.projects.ProjectEvent;
import io.lodestone.contracts.projects.Weight;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as it stands after one of its facts, as far as it says where money belongs.
 *
 * @param country  ISO 3166-1 alpha-2
 * @param minerals weights in percent
 * @param segments weights in percent
 */
public record ProjectFact(Fact fact, String country, List<Weight> minerals, List<Weight> segments) implements Kept {

    public ProjectFact {
        minerals = List.copyOf(minerals);
        segments = List.copyOf(segments);
    }

    /** @param id and {@code type} are those of the envelope */
    public static ProjectFact of(UUID id, String type, ProjectEvent event) {
        var project = event.project();
        return new ProjectFact(Fact.of(id, type, event), project.country(), project.minerals(), project.segments());
    }

    /** Whether it says more than {@code before}, the newest so far, did: another place, or one for an earlier day. */
    public boolean placesAnew(@Nullable ProjectFact before) {
        return before == null || placesUnlike(before) || fact.effectiveOn().isBefore(before.fact.effectiveOn());
    }

    /** Whether money would go elsewhere after this than after {@code other}. */
    private boolean placesUnlike(ProjectFact other) {
        return !(country.equals(other.country) && minerals.equals(other.minerals) && segments.equals(other.segments));
    }
}
