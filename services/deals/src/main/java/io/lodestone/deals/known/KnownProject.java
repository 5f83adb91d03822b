package io.lodestone.deals.known;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.projects.ProjectProfile;
import io.lodestone.contracts.projects.Split;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.deals.limit.Place;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The little that deals remembers of a project. */
@Entity
@SuppressWarnings("UnusedVariable") // what is only written here is read by queries
public class KnownProject {

    @Id
    private UUID id;

    private long version;

    private String reference;

    private String country;

    /** Codes between commas, also at both ends: {@code ,COPPER,GOLD,}. */
    private String minerals;

    private String stage;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Money capex;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Weights weights;

    /** How it divides money. */
    record Weights(List<Weight> minerals, List<Weight> segments) {}

    protected KnownProject() {} // Hibernate

    KnownProject(UUID id, long version, ProjectProfile project) {
        this.id = id;
        this.version = version;
        this.reference = project.reference();
        this.country = project.country();
        this.stage = project.stage();
        this.capex = project.capex();
        this.minerals = codes(project);
        this.weights = weights(project);
    }

    /** The newest version wins, whatever order facts arrive in. True when its deals use limits in another way now. */
    boolean note(long newVersion, ProjectProfile project) {
        if (newVersion <= version) {
            return false;
        }
        var before = place();
        version = newVersion;
        reference = project.reference();
        country = project.country();
        stage = project.stage();
        capex = project.capex();
        minerals = codes(project);
        weights = weights(project);
        return !place().equals(before);
    }

    /** Where its deals' money goes. */
    public Place place() {
        return new Place(country, weights == null ? Split.NOT_KNOWN : Split.of(weights.minerals(), weights.segments()));
    }

    private static Weights weights(ProjectProfile project) {
        return new Weights(project.minerals(), project.segments());
    }

    private static String codes(ProjectProfile project) {
        return ","
                + String.join(",", project.minerals().stream().map(Weight::code).toList()) + ",";
    }

    /** What building it costs, when its owners say. */
    @Nullable
    Money capex() {
        return capex;
    }

    String reference() {
        return reference;
    }

    public UUID id() {
        return id;
    }
}
