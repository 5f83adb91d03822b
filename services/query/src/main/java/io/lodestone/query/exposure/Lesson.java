package io.lodestone.query.exposure;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fact at the moment it became known. A later version is never known before an earlier one, even where a clock was
 * set back between them.
 */
sealed interface Lesson {

    /** A project goes before a deal of the same moment. */
    Comparator<Lesson> AS_THEY_BECAME_KNOWN = comparing(Lesson::knownAt)
            .thenComparing(lesson -> lesson instanceof OfDeal)
            .thenComparing(lesson -> lesson.fact().subject())
            .thenComparing(lesson -> lesson.fact().version());

    Fact fact();

    Instant knownAt();

    Map<LocalDate, Map<Cell, Line>> learn(DealBook book);

    record OfDeal(DealFact deal, Instant knownAt) implements Lesson {
        @Override
        public Fact fact() {
            return deal.fact();
        }

        @Override
        public Map<LocalDate, Map<Cell, Line>> learn(DealBook book) {
            return book.learn(deal);
        }
    }

    record OfProject(ProjectFact project, Instant knownAt) implements Lesson {
        @Override
        public Fact fact() {
            return project.fact();
        }

        @Override
        public Map<LocalDate, Map<Cell, Line>> learn(DealBook book) {
            return book.learn(project);
        }
    }

    /** A fact that is there twice is one lesson. */
    static List<Lesson> of(List<DealFact> deals, List<ProjectFact> projects) {
        var lessons = new ArrayList<Lesson>();
        deals.forEach(deal -> lessons.add(new OfDeal(deal, deal.fact().recordedAt())));
        projects.forEach(
                project -> lessons.add(new OfProject(project, project.fact().recordedAt())));
        return lessons.stream().collect(groupingBy(lesson -> lesson.fact().subject())).values().stream()
                .flatMap(ofOneSubject -> inVersionOrder(ofOneSubject).stream())
                .sorted(AS_THEY_BECAME_KNOWN)
                .toList();
    }

    private static List<Lesson> inVersionOrder(List<Lesson> lessons) {
        var byVersion = new TreeMap<Long, Lesson>();
        lessons.forEach(lesson -> byVersion.putIfAbsent(lesson.fact().version(), lesson));
        var ordered = new ArrayList<Lesson>();
        var latest = Instant.MIN;
        for (var lesson : byVersion.values()) {
            latest = lesson.knownAt().isAfter(latest) ? lesson.knownAt() : latest;
            ordered.add(lesson.notKnownBefore(latest));
        }
        return ordered;
    }

    private Lesson notKnownBefore(Instant moment) {
        return switch (this) {
            case OfDeal(var deal, var _) -> new OfDeal(deal, moment);
            case OfProject(var project, var _) -> new OfProject(project, moment);
        };
    }
}
