package io.lodestone.deals.rule;

import io.lodestone.contracts.Money;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.rule.Finding.State;
import io.lodestone.deals.rule.Rule.Effect;
import io.lodestone.deals.rule.Rule.Gate;
import io.lodestone.deals.rule.Rule.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All versions of all rules, and what they say about a deal. */
public final class RuleBook {

    private final List<Rule> rules;
    private final Map<String, Calendar> calendars;

    /** @throws IllegalArgumentException when the data contradict themselves: better no start than a wrong law */
    public RuleBook(List<Rule> rules, List<Calendar> calendars) {
        this.rules = List.copyOf(rules);
        this.calendars = calendars.stream().collect(Collectors.toMap(Calendar::id, Function.identity()));
        for (var rule : rules) {
            boolean notice = rule.measure() == Measure.NOTICE;
            if (notice != (rule.days() != null)
                    || notice == (rule.atMost() != null)
                    || (notice && !this.calendars.containsKey(rule.calendar()))
                    || rule.gates().isEmpty()) {
                throw new IllegalArgumentException("rule " + rule.id() + " is not whole");
            }
        }
    }

    /** Those that hold on a day. */
    public List<Rule> on(LocalDate day) {
        return rules.stream().filter(rule -> rule.holdsOn(day)).toList();
    }

    /** The version that holds on a day. */
    public Optional<Rule> find(String id, LocalDate day) {
        return on(day).stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** What stands in the way of an act that passes {@code gates}. */
    public List<Finding> inTheWay(Matter matter, Set<Gate> gates) {
        return rules.stream()
                .filter(rule -> rule.gates().stream().anyMatch(gates::contains) && rule.binds(matter))
                .map(rule -> find(rule, matter))
                .filter(Finding::holdsUp)
                .toList();
    }

    /**
     * What each rule says about a deal as it stands: for the acts to come as of {@code today}, for those that are done
     * as of their own day.
     */
    public List<Finding> about(Deal deal, @Nullable Money cost, LocalDate today) {
        return rules.stream()
                .map(rule -> {
                    var done = done(rule, deal);
                    var matter = Matter.of(deal, cost, done == null ? today : done);
                    if (!rule.binds(matter)) {
                        return null;
                    }
                    var finding = find(rule, matter);
                    return done == null ? finding : finding.afterwards(done);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    /** The day of the last act that the rule guards, null while one is to come. */
    private static @Nullable LocalDate done(Rule rule, Deal deal) {
        return rule.gates().contains(Gate.SIGNING) ? deal.signedOn() : deal.approvedOn();
    }

    private Finding find(Rule rule, Matter matter) {
        var found = rule.measure() == Measure.NOTICE ? notice(rule, matter) : bound(rule, matter);
        if (found.state() == State.SATISFIED) {
            return found;
        }
        return matter.compliance()
                .overrideOf(rule.id(), matter.day())
                .map(override -> new Finding(
                        rule, State.OVERRIDDEN, null, "Overridden by " + override.by() + ": " + override.reason()))
                .orElse(found);
    }

    private Finding notice(Rule rule, Matter matter) {
        var notice = matter.compliance().noticeOf(rule.id(), matter.day());
        if (notice.isEmpty()) {
            return new Finding(
                    rule,
                    rule.effect() == Effect.WARN ? State.WARNING : State.BLOCKING,
                    null,
                    "No notice is on record. Send it and record it under notices, with ruleId " + rule.id() + ".");
        }
        var sentOn = notice.get().sentOn();
        var until = calendar(rule).after(sentOn, Objects.requireNonNullElse(rule.days(), 0));
        if (matter.day().isBefore(until)) {
            return new Finding(
                    rule, State.CLOCK_RUNNING, until, "Notice was sent on " + sentOn + ". Wait until " + until + ".");
        }
        return new Finding(rule, State.SATISFIED, null, "Notice was sent on " + sentOn + ".");
    }

    private Finding bound(Rule rule, Matter matter) {
        var most = Objects.requireNonNullElse(rule.atMost(), BigDecimal.ZERO);
        var measured = matter.measured(rule.measure());
        if (measured.isEmpty()) {
            return new Finding(
                    rule, State.WARNING, null, rule.measure() + " is not known here. At most " + most + " is allowed.");
        }
        var value = measured.get().stripTrailingZeros().toPlainString();
        if (measured.get().compareTo(most) <= 0) {
            return new Finding(
                    rule,
                    State.SATISFIED,
                    null,
                    rule.measure() + " is " + value + ", at most " + most + " is allowed.");
        }
        return new Finding(
                rule,
                rule.effect() == Effect.WARN ? State.WARNING : State.BLOCKING,
                null,
                rule.measure() + " is " + value + ", at most " + most + " is allowed. Amend the terms or the amount.");
    }

    private Calendar calendar(Rule rule) {
        var calendar = calendars.get(rule.calendar());
        if (calendar == null) {
            throw new IllegalStateException("no calendar " + rule.calendar());
        }
        return calendar;
    }
}
