package io.lodestone.stories.invariants;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.lodestone.stories.invariants.Evidence.Asked;
import io.lodestone.stories.invariants.Evidence.Committed;
import io.lodestone.stories.invariants.Evidence.Subject;
import io.lodestone.stories.invariants.Operation.Attempt;
import io.lodestone.stories.invariants.Operation.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** I8: what holds for clients. */
public final class ClientInvariants {

    private ClientInvariants() {}

    /** Conclusions that other services draw carry the same trace on their own topics, and are nobody's operation. */
    private record Cause(String topic, String trace) {}

    /** I8: done is one effect, refused is none, unknown is none or one until its repetition makes it one. */
    public static List<Violation> eachOperationHasItsEffect(List<Operation> operations, List<Committed> committed) {
        var effects = committed.stream().collect(groupingBy(ClientInvariants::cause));
        var violations = new ArrayList<Violation>();
        var causes = new HashSet<Cause>();
        var begun = new HashMap<Subject, Long>();
        for (var operation : operations) {
            var cause = new Cause(operation.topic(), operation.trace());
            causes.add(cause);
            var facts = effects.getOrDefault(cause, List.of());
            facts.forEach(fact -> begun.merge(fact.subject(), fact.version(), Math::min));
            wrong(operation, facts)
                    .forEach(what -> violations.add(
                            new Violation("I8", operation.what() + " " + operation.trace() + " " + what)));
        }
        committed.stream()
                .filter(fact -> fact.version() > begun.getOrDefault(fact.subject(), Long.MAX_VALUE))
                .filter(fact -> !causes.contains(cause(fact)))
                .forEach(fact -> violations.add(new Violation(
                        "I8", fact.subject() + " version " + fact.version() + " is what no operation asked for")));
        return violations;
    }

    /** I8: what a client reads at the end is the newest version that was committed. */
    public static List<Violation> clientsSeeTheNewest(Asked asked, List<Committed> committed) {
        var newest = committed.stream().collect(toMap(Committed::subject, Committed::version, Math::max));
        var violations = new ArrayList<Violation>();
        for (var subject : subjects(asked, committed)) {
            long version = newest.getOrDefault(subject, 0L);
            var shown = asked.shown().get(subject);
            if (shown == null || shown != version) {
                violations.add(
                        new Violation("I8", subject + " is at version " + version + " and a client reads " + shown));
            }
        }
        return violations;
    }

    /** Without a broker every command is answered: done, or refused for a reason. */
    public static List<Violation> commandsGoOnWithoutABroker(Asked asked) {
        var violations = new ArrayList<Violation>();
        for (var operation : asked.operations()) {
            operation.attempts().stream()
                    .filter(Attempt::unknown)
                    .filter(attempt -> asked.withoutBroker().stream().anyMatch(window -> window.holds(attempt.at())))
                    .forEach(attempt -> violations.add(new Violation(
                            "OUTAGE",
                            operation.what() + " " + operation.trace() + " got " + attempt.status()
                                    + " while the broker was away")));
        }
        return violations;
    }

    /** What operations acted on. */
    public static Set<Subject> subjects(Asked asked, List<Committed> committed) {
        var causes = asked.operations().stream()
                .map(operation -> new Cause(operation.topic(), operation.trace()))
                .collect(toSet());
        return committed.stream()
                .filter(fact -> causes.contains(cause(fact)))
                .map(Committed::subject)
                .collect(toSet());
    }

    private static Cause cause(Committed fact) {
        return new Cause(fact.subject().topic(), fact.trace());
    }

    private static List<String> wrong(Operation operation, List<Committed> facts) {
        var wrong = new ArrayList<String>();
        var answers = operation.attempts();
        var said = operation.outcome() + " "
                + answers.stream().map(Attempt::status).toList();
        if (operation.outcome() == Outcome.DONE) {
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
        boolean mayHaveHappened = operation.lawful() && operation.outcome() == Outcome.UNKNOWN;
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
}
