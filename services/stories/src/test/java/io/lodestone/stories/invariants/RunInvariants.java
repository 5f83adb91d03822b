package io.lodestone.stories.invariants;

import io.lodestone.stories.invariants.Course.Calm;
import io.lodestone.stories.invariants.Course.Partition;
import io.lodestone.stories.invariants.Course.Sample;
import io.lodestone.stories.invariants.Evidence.Figures;
import io.lodestone.stories.invariants.Evidence.Rebuild;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What holds for figures, offsets, logs, sizes and the end of a run. */
public final class RunInvariants {

    private RunInvariants() {}

    private record Ears(String consumer, Partition partition) {}

    private record Seen(long second, long next) {}

    /** I5: each cell of query is the sum over the deals service's own rows. */
    public static List<Violation> exposureIsTheSum(Figures figures) {
        var cells = new TreeSet<>(figures.own().keySet());
        cells.addAll(figures.shown().keySet());
        var violations = new ArrayList<Violation>();
        for (var cell : cells) {
            var own = figures.own().getOrDefault(cell, BigDecimal.ZERO);
            var shown = figures.shown().getOrDefault(cell, BigDecimal.ZERO);
            if (own.compareTo(shown) != 0) {
                violations.add(new Violation("I5", cell + " is " + own + " in deals and " + shown + " in query"));
            }
        }
        return violations;
    }

    /** I6: the read model that followed is the one that a rebuild makes, fact by fact, entry by entry and cell by cell. */
    public static List<Violation> liveIsAsRebuilt(Rebuild rebuild) {
        return rebuild.status().equals("SWAPPED")
                ? List.of()
                : List.of(new Violation("I6", "a rebuild is " + rebuild.status() + ": " + rebuild.told()));
    }

    /** I9: stored offsets only move forward and never pass the end of their partition. */
    public static List<Violation> offsetsMoveForward(List<Sample> samples) {
        var violations = new ArrayList<Violation>();
        var last = new HashMap<Ears, Seen>();
        for (var sample : samples) {
            for (var stored : sample.stored()) {
                var who = stored.consumer() + " on " + stored.partition();
                var before = last.put(
                        new Ears(stored.consumer(), stored.partition()), new Seen(sample.second(), stored.next()));
                if (before != null && before.next() > stored.next()) {
                    violations.add(new Violation(
                            "I9",
                            who + " goes back from " + before.next() + " at second " + before.second() + " to "
                                    + stored.next() + " at second " + sample.second()));
                }
                var end = sample.ends().get(stored.partition());
                if (end != null && stored.next() > end) {
                    violations.add(new Violation(
                            "I9",
                            who + " is at " + stored.next() + " at second " + sample.second() + ", past the end "
                                    + end));
                }
            }
        }
        return violations;
    }

    /** I11: soon after the last fault nothing waits and everybody is ready. */
    public static List<Violation> itBecomesCalm(Calm calm) {
        var violations = new ArrayList<Violation>();
        calm.missing().forEach(what -> violations.add(new Violation("I11", what + " after " + calm.after())));
        if (calm.after().compareTo(calm.within()) > 0) {
            violations.add(new Violation("I11", "calm after " + calm.after() + ", not within " + calm.within()));
        }
        return violations;
    }

    /** I12: no service tells of an error that the faults do not explain. */
    public static List<Violation> noErrorUnexplained(List<String> errors) {
        return errors.stream().map(line -> new Violation("I12", line)).toList();
    }

    /** I13: memory, logs of the database, what waits and what is parked stay within their bounds at any time. */
    public static List<Violation> nothingGrowsWithoutEnd(List<Sample> samples) {
        var most = new TreeMap<String, Violation>();
        for (var sample : samples) {
            sample.measured().stream()
                    .filter(measured -> measured.amount() > measured.what().bound())
                    .forEach(measured -> most.putIfAbsent(
                            measured.where() + measured.what(),
                            new Violation(
                                    "I13",
                                    measured.where() + " has " + measured.amount() + " " + measured.what()
                                            + " at second " + sample.second() + ", at most "
                                            + measured.what().bound())));
        }
        return List.copyOf(most.values());
    }
}
