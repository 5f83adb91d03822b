package io.lodestone.query.exposure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one deal and its projects, and where the deal therefore stood at the end of each day. Facts are
 * learned in the order in which they became known; a fact about an earlier day moves the days after it too.
 */
final class DealBook {

    private final List<DealFact> deal = new ArrayList<>();
    private final List<ProjectFact> projects = new ArrayList<>();
    private final NavigableMap<LocalDate, Map<Cell, Line>> positions = new TreeMap<>();

    /** The last one made: most facts of a deal leave it where it is. */
    private @Nullable Division division;

    /** By how much each day's own movement changes through this fact. */
    Map<LocalDate, Map<Cell, Line>> learn(DealFact fact) {
        deal.add(fact);
        var day = fact.fact().effectiveOn();
        return positions.isEmpty() || !day.isBefore(positions.lastKey()) ? append(fact, day) : restate(day, day);
    }

    /** Of a fact after all others the figures are the sum: nothing else is looked at. */
    private Map<LocalDate, Map<Cell, Line>> append(DealFact fact, LocalDate day) {
        var after = divide(fact.figures(), fact.dimensions(), day);
        var change = Line.difference(after, positionBefore(day));
        positions.put(day, after);
        return Map.of(day, change);
    }

    /** As {@link #learn(DealFact)}. The earliest version of a project holds for the days before it too. */
    Map<LocalDate, Map<Cell, Line>> learn(ProjectFact fact) {
        var day = fact.fact().effectiveOn();
        boolean earliest = projects.stream()
                .noneMatch(other -> other.fact().subject().equals(fact.fact().subject())
                        && other.fact().effectiveOn().isBefore(day));
        projects.add(fact);
        return restate(day, earliest ? LocalDate.MIN : day);
    }

    private Map<LocalDate, Map<Cell, Line>> restate(LocalDate day, LocalDate from) {
        var days = new TreeMap<>(positions);
        days.putIfAbsent(day, Map.of());
        var changes = new LinkedHashMap<LocalDate, Map<Cell, Line>>();
        var restated = new TreeMap<LocalDate, Map<Cell, Line>>();
        Map<Cell, Line> shiftBefore = Map.of();
        for (var affected : days.tailMap(from).keySet()) {
            var after = positionOn(affected);
            var shift = Line.difference(after, positionBefore(affected));
            changes.put(affected, Line.difference(shift, shiftBefore));
            restated.put(affected, after);
            shiftBefore = shift;
        }
        positions.putAll(restated);
        return changes;
    }

    private Map<Cell, Line> positionBefore(LocalDate day) {
        var known = positions.floorEntry(day);
        return known == null ? Map.of() : known.getValue();
    }

    /** The sum of all differences up to that day, in the cells of the newest version that was in force on it. */
    private Map<Cell, Line> positionOn(LocalDate day) {
        var sum = Measures.ZERO;
        var before = Measures.ZERO;
        DealFact inForce = null;
        for (var fact : deal) {
            if (!fact.fact().effectiveOn().isAfter(day)) {
                sum = sum.plus(fact.figures().minus(before));
                inForce = fact;
            }
            before = fact.figures();
        }
        return inForce == null ? Map.of() : divide(sum, inForce.dimensions(), day);
    }

    private Map<Cell, Line> divide(Measures whole, DealDimensions dimensions, LocalDate day) {
        var project = inForce(dimensions.projectId(), day);
        if (division == null || !division.isOf(dimensions, project)) {
            division = Division.of(dimensions, project);
        }
        return division.divide(whole);
    }

    /** The newest version in force on that day or, before all of them, the earliest. */
    private @Nullable ProjectFact inForce(UUID project, LocalDate day) {
        ProjectFact found = null;
        ProjectFact earliest = null;
        for (var version : projects) {
            if (!version.fact().subject().equals(project)) {
                continue;
            }
            var from = version.fact().effectiveOn();
            if (!from.isAfter(day)) {
                found = version;
            }
            if (earliest == null || !from.isAfter(earliest.fact().effectiveOn())) {
                earliest = version;
            }
        }
        return found == null ? earliest : found;
    }
}
