package io.lodestone.query.exposure;

import io.lodestone.contracts.projects.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where a deal is on a day as known at a moment, cell by cell, straight from its facts: it knows nothing of entries. */
public final class PlainFold {

    private PlainFold() {}

    /**
     * @param deal     facts of one deal in version order
     * @param projects facts of projects, each project's in version order
     */
    public static Map<Cell, Line> of(List<DealFact> deal, List<ProjectFact> projects, LocalDate asOf, Instant knownAt) {
        var known = knownBy(deal, DealFact::fact, knownAt);
        var inForce = known.stream()
                .filter(fact -> !fact.fact().effectiveOn().isAfter(asOf))
                .toList();
        if (inForce.isEmpty()) {
            return Map.of();
        }
        var dimensions = inForce.getLast().dimensions();
        var ofIts = projects.stream()
                .filter(fact -> fact.fact().subject().equals(dimensions.projectId()))
                .toList();
        var project = placeOn(knownBy(ofIts, ProjectFact::fact, knownAt), asOf);
        var split = project == null ? Split.NOT_KNOWN : Split.of(project.minerals(), project.segments());
        var shares = undivided(known, asOf).divided(split, MinorDigits.of(dimensions.currency()));
        var cells = new HashMap<Cell, Line>();
        for (int i = 0; i < shares.size(); i++) {
            var part = split.parts().get(i);
            var country = project == null ? "UNKNOWN" : project.country();
            cells.put(new Cell(dimensions, country, part.mineral(), part.segment()), new Line(shares.get(i), 1));
        }
        return cells;
    }

    static Measures undivided(List<DealFact> deal, LocalDate asOf) {
        var sum = Measures.ZERO;
        var before = Measures.ZERO;
        for (var fact : deal) {
            if (!fact.fact().effectiveOn().isAfter(asOf)) {
                sum = sum.plus(fact.figures().minus(before));
            }
            before = fact.figures();
        }
        return sum;
    }

    private static ProjectFact placeOn(List<ProjectFact> known, LocalDate day) {
        var inForce = known.stream()
                .filter(fact -> !fact.fact().effectiveOn().isAfter(day))
                .toList();
        if (!inForce.isEmpty()) {
            return inForce.getLast();
        }
        var earliest = known.stream().map(fact -> fact.fact().effectiveOn()).min(LocalDate::compareTo);
        return known.reversed().stream()
                .filter(fact -> fact.fact().effectiveOn().equals(earliest.orElseThrow()))
                .findFirst()
                .orElse(null);
    }

    /** In version order, as far as this and all earlier versions were recorded by then. */
    private static <F> List<F> knownBy(List<F> facts, Function<F, Fact> fact, Instant moment) {
        return facts.stream()
                .takeWhile(each -> !fact.apply(each).recordedAt().isAfter(moment))
                .toList();
    }
}
