package io.lodestone.deals.rule;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.deals.deal.Offer.EnvironmentalCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One version of a statutory limit or notice clock.
 *
 * @param id           stays the same over all versions
 * @param version      1, 2, 3; a changed law is a new version beside the old one
 * @param agency       whose deals it binds
 * @param programs     it binds deals whose program has one of these words; all when empty
 * @param instruments  it binds deals in these instruments; all when empty
 * @param categories   it binds deals of these environmental categories; all when empty
 * @param gates        the acts that it guards
 * @param measure      what it looks at
 * @param atMost       the bound, in the measure's unit; null for notices
 * @param amountAbove  it binds deals of more than this; null when there is no such threshold
 * @param amountFrom   it binds deals of this or more; null when there is no such threshold
 * @param days         how long the clock of a notice runs, 0 to 366
 * @param calendar     which days count, see {@link Calendar}
 * @param effect       what it does when it is not met
 * @param citation     the law
 * @param source       where its text was read
 * @param validFrom    first day on which it holds
 * @param validTo      last day on which it holds, null when it still does
 * @param note         how it is read here, and what cannot be known
 */
public record Rule(
        String id,
        int version,
        String title,
        Agency agency,
        List<String> programs,
        List<Instrument> instruments,
        List<EnvironmentalCategory> categories,
        List<Gate> gates,
        Measure measure,
        @Nullable BigDecimal atMost,
        @Nullable Money amountAbove,
        @Nullable Money amountFrom,
        @Nullable Integer days,
        @Nullable String calendar,
        Effect effect,
        String citation,
        String source,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String note) {

    /** What a rule does when it is not met: refuse, refuse until a clock is over, or only show. */
    public enum Effect {
        BLOCK,
        CLOCK,
        WARN
    }

    /** The acts that a rule guards. An amendment that changes amount or terms passes them again. */
    public enum Gate {
        APPROVAL,
        SIGNING
    }

    /** What a rule looks at. Shares are percent. */
    public enum Measure {
        NOTICE,
        TENOR_MONTHS,
        YEARS,
        COVERED_SHARE,
        INSURED_SHARE,
        STAKE_SHARE,
        SHARE_OF_PROJECT_COST
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** True when the deal is one of those the rule is about, on the day in question. */
    boolean binds(Matter matter) {
        return holdsOn(matter.day())
                && agency == matter.offer().agency()
                && (programs.isEmpty()
                        || programs.stream()
                                .anyMatch(word -> names(matter.offer().program(), word)))
                && (instruments.isEmpty() || instruments.contains(matter.offer().instrument()))
                && (categories.isEmpty() || categories.contains(matter.offer().environmentalCategory()))
                && largeEnough(matter.amount());
    }

    /** An amount in another currency cannot be compared: the rule is taken to bind, which is the careful reading. */
    private boolean largeEnough(Money amount) {
        if (amountAbove != null && amountAbove.currency().equals(amount.currency())) {
            return amount.exceeds(amountAbove);
        }
        if (amountFrom != null && amountFrom.currency().equals(amount.currency())) {
            return !amountFrom.exceeds(amount);
        }
        return true;
    }

    private static boolean names(@Nullable String program, String word) {
        return program != null && program.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
