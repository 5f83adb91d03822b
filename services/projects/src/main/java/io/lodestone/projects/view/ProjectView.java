package io.lodestone.projects.view;

import io.lodestone.chassis.http.Versioned;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Source;
import io.lodestone.projects.project.Capacity;
import io.lodestone.projects.project.EnvironmentalCategory;
import io.lodestone.projects.project.Location;
import io.lodestone.projects.project.MineralWeight;
import io.lodestone.projects.project.Owner;
import io.lodestone.projects.project.Project;
import io.lodestone.projects.project.SegmentWeight;
import io.lodestone.projects.project.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as callers see it.
 *
 * @param registeredAt when it became known here, UTC
 * @param changedAt    when the last of its facts was recorded, UTC
 * @param version      the version of that fact; also the ETag
 */
public record ProjectView(
        UUID id,
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
        Instant registeredAt,
        Instant changedAt,
        long version)
        implements Versioned {

    public static ProjectView of(Project project) {
        var sheet = project.sheet();
        return new ProjectView(
                project.id(),
                sheet.reference(),
                sheet.name(),
                sheet.country(),
                sheet.adminArea(),
                sheet.location(),
                sheet.owners(),
                sheet.minerals(),
                sheet.segments(),
                sheet.capacities(),
                sheet.capex(),
                sheet.stage(),
                sheet.environmentalCategory(),
                sheet.sources(),
                project.registeredAt(),
                project.changedAt(),
                project.version());
    }
}
