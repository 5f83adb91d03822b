package io.lodestone.deals.ruling;

import io.lodestone.deals.rule.Finding;
import io.lodestone.deals.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands for a deal.
 *
 * @param gates  the acts that it guards
 * @param until  the first day on which a running clock is over
 * @param detail in words, and what to do
 */
record RuleView(
        String rule,
        int version,
        String title,
        String citation,
        Rule.Effect effect,
        List<Rule.Gate> gates,
        Finding.State state,
        @Nullable LocalDate until,
        String detail) {

    /** Two versions of a rule may apply, each for its own act. */
    String key() {
        return rule + " " + version;
    }

    static RuleView of(Finding finding) {
        var rule = finding.rule();
        return new RuleView(
                rule.id(),
                rule.version(),
                rule.title(),
                rule.citation(),
                rule.effect(),
                rule.gates(),
                finding.state(),
                finding.until(),
                finding.detail());
    }
}
