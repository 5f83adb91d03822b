package io.lodestone.projects.project;

import io.lodestone.contracts.Country;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.projects.ProjectProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a project at one moment: what a registrar sends, and what we keep.
 *
 * @param reference   ours and everybody's name for it, unique, 1 to 100 characters
 * @param country     ISO 3166-1 alpha-2
 * @param owners      shares of at most 100 together
 * @param minerals    each mineral once, weights sum to exactly 100
 * @param segments    each segment once, weights sum to exactly 100
 * @param capex       capital the whole project needs, null when not known
 * @param effectiveOn the day the sheet was true from, null for the day it came in
 */
public record ProjectSheet(
        String reference,
        String name,
        String country,
        @Nullable String adminArea,
        @Nullable Location location,
        List<Owner> owners,
        List<MineralWeight> minerals,
        List<SegmentWeight> segments,
        List<Capacity> capacities,
        @Nullable Money capex,
        Stage stage,
        @Nullable EnvironmentalCategory environmentalCategory,
        List<Source> sources,
        @Nullable LocalDate effectiveOn) {

    /** @throws InvalidValue naming the field that is missing or wrong; lists that may be left out become empty */
    public ProjectSheet {
        Text.check("reference", reference, 100);
        Text.check("name", name, 300);
        Country.check("country", country);
        Text.checkIfAny("adminArea", adminArea, 200);
        owners = SheetRules.owners(Objects.requireNonNullElse(owners, List.of()));
        minerals = SheetRules.minerals(minerals);
        segments = SheetRules.segments(segments);
        capacities = Text.withoutNulls("capacities", Objects.requireNonNullElse(capacities, List.of()));
        capex = SheetRules.capex(capex);
        if (stage == null) {
            throw new InvalidValue("stage", "is missing");
        }
        sources = SheetRules.sources(Objects.requireNonNullElse(sources, List.of()));
    }

    ProjectSheet at(Stage next) {
        return new ProjectSheet(
                reference,
                name,
                country,
                adminArea,
                location,
                owners,
                minerals,
                segments,
                capacities,
                capex,
                next,
                environmentalCategory,
                sources,
                effectiveOn);
    }

    /** What facts say of it. */
    ProjectProfile profile() {
        return new ProjectProfile(
                reference,
                name,
                country,
                adminArea,
                minerals.stream().map(MineralWeight::published).toList(),
                segments.stream().map(SegmentWeight::published).toList(),
                capex,
                stage.name());
    }
}
