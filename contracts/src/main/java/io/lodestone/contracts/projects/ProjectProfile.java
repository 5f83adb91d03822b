package io.lodestone.contracts.projects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.contracts.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project as it stands after a fact.
 *
 * @param reference the registrar's own, unique
 * @param name     what people call the project
 * @param country  ISO 3166-1 alpha-2
 * @param adminArea state or province, null when not known
 * @param minerals weights sum to 100
 * @param segments stages of the chain, weights sum to 100
 * @param capex    capital the whole project needs, null when not known
 * @param stage    EXPLORATION to CLOSED, or SUSPENDED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectProfile(
        String reference,
        String name,
        String country,
        @Nullable String adminArea,
        List<Weight> minerals,
        List<Weight> segments,
        @Nullable Money capex,
        String stage) {}
