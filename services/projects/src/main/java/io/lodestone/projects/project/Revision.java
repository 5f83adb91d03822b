package io.lodestone.projects.project;

import io.lodestone.contracts.Country;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a project that change; null means unchanged. A list replaces the whole list. Stage and reference are
 * not revised: a stage is moved to, a reference stays.
 *
 * @param effectiveOn the day the new values were true from, null for today
 */
public record Revision(
        @Nullable String name,
        @Nullable String country,
        @Nullable String adminArea,
        @Nullable Location location,
        @Nullable List<Owner> owners,
        @Nullable List<MineralWeight> minerals,
        @Nullable List<SegmentWeight> segments,
        @Nullable List<Capacity> capacities,
        @Nullable Money capex,
        @Nullable EnvironmentalCategory environmentalCategory,
        @Nullable List<Source> sources,
        @Nullable LocalDate effectiveOn) {

    /** @throws InvalidValue naming the field that is wrong, by the rules of {@link ProjectSheet} */
    public Revision {
        Text.checkIfAny("name", name, 300);
        if (country != null) {
            Country.check("country", country);
        }
        Text.checkIfAny("adminArea", adminArea, 200);
        owners = owners == null ? null : SheetRules.owners(owners);
        minerals = minerals == null ? null : SheetRules.minerals(minerals);
        segments = segments == null ? null : SheetRules.segments(segments);
        capacities = capacities == null ? null : Text.withoutNulls("capacities", capacities);
        capex = SheetRules.capex(capex);
        sources = sources == null ? null : SheetRules.sources(sources);
    }

    ProjectSheet of(ProjectSheet before) {
        return new ProjectSheet(
                before.reference(),
                Objects.requireNonNullElse(name, before.name()),
                Objects.requireNonNullElse(country, before.country()),
                adminArea == null ? before.adminArea() : adminArea,
                location == null ? before.location() : location,
                Objects.requireNonNullElse(owners, before.owners()),
                Objects.requireNonNullElse(minerals, before.minerals()),
                Objects.requireNonNullElse(segments, before.segments()),
                Objects.requireNonNullElse(capacities, before.capacities()),
                capex == null ? before.capex() : capex,
                before.stage(),
                environmentalCategory == null ? before.environmentalCategory() : environmentalCategory,
                Objects.requireNonNullElse(sources, before.sources()),
                before.effectiveOn());
    }
}
