package io.lodestone.projects.project;

import io.lodestone.contracts.Country;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Which projects are asked for; null means any. */
public record ProjectFilter(
        @Nullable String country,
        @Nullable Mineral mineral,
        @Nullable Segment segment,
        @Nullable Stage stage,
        @Nullable Instant changedSince) {

    /** @throws InvalidValue when country is not ISO 3166-1 alpha-2 */
    public ProjectFilter {
        if (country != null) {
            Country.check("country", country);
        }
    }

    /** The part of a sheet, as JSON, that all of them have, whenever they changed. Codes only, so that nothing needs escaping. */
    public String sheetPart() {
        var parts = new ArrayList<String>();
        if (country != null) {
            parts.add("\"country\":\"" + country + '"');
        }
        if (mineral != null) {
            parts.add("\"minerals\":[{\"mineral\":\"" + mineral.name() + "\"}]");
        }
        if (segment != null) {
            parts.add("\"segments\":[{\"segment\":\"" + segment.name() + "\"}]");
        }
        if (stage != null) {
            parts.add("\"stage\":\"" + stage.name() + '"');
        }
        return "{" + String.join(",", parts) + "}";
    }
}
