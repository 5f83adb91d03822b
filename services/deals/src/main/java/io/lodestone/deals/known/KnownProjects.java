package io.lodestone.deals.known;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.projects.ProjectProfile;
import io.lodestone.deals.deal.DealRefusal.ReferenceUnknown;
import io.lodestone.deals.limit.Place;
import io.lodestone.deals.limit.Standing;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The projects we have heard of. */
@ApplicationScoped
public class KnownProjects implements PanacheRepositoryBase<KnownProject, UUID> {

    private final Patience patience;

    KnownProjects(Patience patience) {
        this.patience = patience;
    }

    /** @throws ReferenceUnknown when there is none after two seconds */
    public UUID require(UUID id) {
        return patience.await(id.toString(), () -> findByIdOptional(id).map(KnownProject::id))
                .orElseThrow(() -> new ReferenceUnknown("projectId", id.toString()));
    }

    /** @throws ReferenceUnknown when there is none after two seconds */
    public UUID requireReference(String reference) {
        return patience.await(
                        reference,
                        () -> find("reference", reference).firstResultOptional().map(KnownProject::id))
                .orElseThrow(() -> new ReferenceUnknown("projectReference", reference));
    }

    /** Those of these references that are known here, and their projects; waits for none. */
    public Map<String, UUID> known(Set<String> references) {
        return references.isEmpty()
                ? Map.of()
                : list("reference in ?1 order by id", references).stream()
                        .collect(Collectors.toMap(KnownProject::reference, KnownProject::id, (first, _) -> first));
    }

    /** What the project costs, null when that is not known here. */
    public @Nullable Money costOf(UUID id) {
        return findByIdOptional(id).map(KnownProject::capex).orElse(null);
    }

    /** What limits ask of a deal's project, when they ask. */
    public Supplier<Place> placeOf(Standing deal) {
        var project = deal.offer().projectId();
        return () -> findByIdOptional(project).map(KnownProject::place).orElse(Place.UNKNOWN);
    }

    /** True when deals of the project use limits in another way now. */
    public boolean note(UUID id, long version, ProjectProfile project) {
        var known = findById(id);
        if (known == null) {
            persist(new KnownProject(id, version, project));
            return false;
        }
        return known.note(version, project);
    }
}
