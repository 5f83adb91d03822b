package io.lodestone.projects.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Field by field, whether a sheet says what one of two others says. */
final class SheetDifferences {

    private static final Map<String, Function<ProjectSheet, ?>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("name", ProjectSheet::name);
        FIELDS.put("country", ProjectSheet::country);
        FIELDS.put("adminArea", ProjectSheet::adminArea);
        FIELDS.put("location", ProjectSheet::location);
        FIELDS.put("owners", ProjectSheet::owners);
        FIELDS.put("minerals", ProjectSheet::minerals);
        FIELDS.put("segments", ProjectSheet::segments);
        FIELDS.put("capacities", ProjectSheet::capacities);
        FIELDS.put("capex", ProjectSheet::capex);
        FIELDS.put("stage", ProjectSheet::stage);
        FIELDS.put("environmentalCategory", ProjectSheet::environmentalCategory);
        FIELDS.put("sources", ProjectSheet::sources);
        FIELDS.put("effectiveOn", ProjectSheet::effectiveOn);
    }

    private SheetDifferences() {}

    static List<String> of(ProjectSheet line, ProjectSheet registered, ProjectSheet now) {
        return FIELDS.entrySet().stream()
                .filter(field -> {
                    var said = field.getValue().apply(line);
                    return !Objects.equals(said, field.getValue().apply(registered))
                            && !Objects.equals(said, field.getValue().apply(now));
                })
                .map(Map.Entry::getKey)
                .toList();
    }
}
