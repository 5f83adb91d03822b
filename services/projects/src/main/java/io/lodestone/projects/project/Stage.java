package io.lodestone.projects.project;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The stages of a project, whole. The diagram in the README is checked against this switch. */
public enum Stage {
    EXPLORATION,
    FEASIBILITY,
    FINANCING,
    CONSTRUCTION,
    COMMISSIONING,
    OPERATING,
    CARE_AND_MAINTENANCE,
    CLOSED,
    SUSPENDED;

    /** Where a project may go from here. Any live stage may be suspended, and a suspension may end in any live stage. */
    public Set<Stage> next() {
        return switch (this) {
            case EXPLORATION -> Set.of(FEASIBILITY, SUSPENDED);
            case FEASIBILITY -> Set.of(FINANCING, SUSPENDED);
            case FINANCING -> Set.of(CONSTRUCTION, SUSPENDED);
            case CONSTRUCTION -> Set.of(COMMISSIONING, SUSPENDED);
            case COMMISSIONING -> Set.of(OPERATING, SUSPENDED);
            case OPERATING -> Set.of(CARE_AND_MAINTENANCE, CLOSED, SUSPENDED);
            case CARE_AND_MAINTENANCE -> Set.of(OPERATING, CLOSED, SUSPENDED);
            case SUSPENDED -> Arrays.stream(values()).filter(Stage::isLive).collect(Collectors.toSet());
            case CLOSED -> Set.of();
        };
    }

    /** Neither closed nor suspended. */
    public boolean isLive() {
        return !EnumSet.of(CLOSED, SUSPENDED).contains(this);
    }
}
