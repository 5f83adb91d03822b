package io.lodestone.stories.invariants;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.lodestone.stories.invariants.Evidence.Calm;
import io.lodestone.stories.invariants.Evidence.Committed;
import io.lodestone.stories.invariants.Evidence.Partition;
import io.lodestone.stories.invariants.Evidence.Sample;
import io.lodestone.stories.invariants.Operation.Attempt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** What holds for clients, figures, offsets and the end of a run. */
public final class RunInvariants {

    private static final Duration CALM_WITHIN = Duration.ofSeconds(60);

    /** Where clients act. Conclusions that other services draw carry the same trace on their own topics. */
    private static final String ACTED_ON = "lodestone.deals";

    private RunInvariants() {}

    private record Ears(String consumer, Partition partition) {}

    private record Seen(long second, long next) {}

    /** I5: each cell of query is the sum over the deals service's own rows. */
    public static List<Violation> exposureIsTheSum(Map<String, BigDecimal> figures, Map<String, BigDecimal> exposure) {
        var cells = new TreeSet<>(figures.keySet());
        cells.addAll(exposure.keySet());
        var violations = new ArrayList<Violation>();
        for (var cell : cells) {
            var own = figures.getOrDefault(cell, BigDecimal.ZERO);
            var shown = exposure.getOrDefault(cell, BigDecimal.ZERO);
            if (own.compareTo(shown) != 0) {
                violations.add(new Violation("I5", cell + " is " + own + " in deals and " + shown + " in query"));
            }
        }
        return violations;
    }

    /** I8: done is one effect, refused is none, unknown is none or one until its repetition makes it one. */
    public static List<Violation> eachOperationHasItsEffect(List<Operation> operations, List<Committed> committed) {
        var deals =
                committed.stream().filter(fact -> fact.topic().equals(ACTED_ON)).toList();
        var effects = deals.stream().collect(groupingBy(Committed::trace));
        var byTrace = operations.stream().collect(toMap(Operation::trace, Function.identity()));
        var violations = new ArrayList<Violation>();
        var ours = new TreeSet<String>();
        for (var operation : operations) {
            var facts = effects.getOrDefault(operation.trace(), List.of());
            facts.forEach(fact -> ours.add(fact.subject()));
            wrong(operation, facts)
                    .forEach(what -> violations.add(
                            new Violation("I8", operation.what() + " " + operation.trace() + " " + what)));
        }
        deals.stream()
                .filter(fact -> ours.contains(fact.subject()) && !byTrace.containsKey(fact.trace()))
                .forEach(fact -> violations.add(new Violation(
                        "I8", fact.subject() + " version " + fact.version() + " is what no operation asked for")));
        return violations;
    }

    private static List<String> wrong(Operation operation, List<Committed> facts) {
        var wrong = new ArrayList<String>();
        var answers = operation.attempts();
        var said = operation.outcome() + " "
                + answers.stream().map(Attempt::status).toList();
        if (operation.outcome() == Operation.Outcome.DONE) {
            if (facts.size() != 1) {
                wrong.add("is " + said + " and has " + facts.size() + " effects");
            } else {
                long happened = facts.getFirst().version();
                answers.stream()
                        .filter(answer -> answer.done() && answer.version() != happened)
                        .forEach(answer ->
                                wrong.add("answered version " + answer.version() + ", its fact is " + happened));
            }
            if (!operation.lawful()) {
                wrong.add("was to be refused and is " + said);
            }
            return wrong;
        }
        boolean mayHaveHappened = operation.lawful() && operation.outcome() == Operation.Outcome.UNKNOWN;
        if (facts.size() > (mayHaveHappened ? 1 : 0)) {
            wrong.add("is " + said + " and has " + facts.size() + " effects");
        }
        if (operation.lawful()) {
            wrong.add("is lawful, and after its last repetition it is " + said);
        } else if (answers.getLast().unknown()) {
            wrong.add("stays without an answer: " + said);
        }
        return wrong;
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

    /** I11: within 60 s after the last fault nothing waits and everybody is ready. */
    public static List<Violation> itBecomesCalm(Calm calm) {
        var violations = new ArrayList<Violation>();
        calm.missing().forEach(what -> violations.add(new Violation("I11", what + " after " + calm.after())));
        if (calm.after().compareTo(CALM_WITHIN) > 0) {
            violations.add(new Violation("I11", "calm after " + calm.after() + ", not within " + CALM_WITHIN));
        }
        return violations;
    }
}
