package io.lodestone.deals.deal;

import io.lodestone.contracts.deals.DealEvent.NoticeSent;
import io.lodestone.contracts.deals.DealEvent.RuleOverridden;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was done about rules, in the order in which it was recorded.
 *
 * @param notices   statutory notices that were sent
 * @param overrides decisions that a rule does not hold the deal up
 */
public record Compliance(List<Notice> notices, List<Override> overrides) {

    static final Compliance NONE = new Compliance(List.of(), List.of());

    /** Who must be told was told on {@code sentOn}. */
    public record Notice(
            String ruleId, LocalDate sentOn, @Nullable String note) {}

    /** {@code by} decided it, from {@code from} on, for {@code reason}. */
    public record Override(String ruleId, LocalDate from, String by, String reason) {}

    public Compliance {
        notices = List.copyOf(notices);
        overrides = List.copyOf(overrides);
    }

    Compliance with(NoticeSent fact) {
        var notice = new Notice(fact.ruleId(), fact.sentOn(), fact.note());
        return new Compliance(Stream.concat(notices.stream(), Stream.of(notice)).toList(), overrides);
    }

    Compliance with(RuleOverridden fact, String actor) {
        var by = fact.decidedBy() == null ? actor : fact.decidedBy();
        var override = new Override(fact.ruleId(), fact.effectiveOn(), by, fact.reason());
        return new Compliance(
                notices, Stream.concat(overrides.stream(), Stream.of(override)).toList());
    }

    /** The newest notice that a rule asked for, among those sent until {@code day}. */
    public Optional<Notice> noticeOf(String ruleId, LocalDate day) {
        return notices.stream()
                .filter(notice ->
                        notice.ruleId().equals(ruleId) && !notice.sentOn().isAfter(day))
                .reduce((_, last) -> last);
    }

    /** The newest decision about a rule, among those in force on {@code day}. */
    public Optional<Override> overrideOf(String ruleId, LocalDate day) {
        return overrides.stream()
                .filter(override ->
                        override.ruleId().equals(ruleId) && !override.from().isAfter(day))
                .reduce((_, last) -> last);
    }
}
