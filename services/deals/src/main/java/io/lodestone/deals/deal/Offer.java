package io.lodestone.deals.deal;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.deals.DealEvent.DealProposed;
import io.lodestone.contracts.deals.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is put on the table: one instrument from one agency for one project.
 *
 * @param reference the agency's own, unique per agency, 1 to 100 characters
 * @param headline  the amount "up to", zero when it is not disclosed
 * @param enterAs   LETTER_OF_INTEREST or APPLIED
 */
public record Offer(
        String reference,
        Agency agency,
        @Nullable String program,
        Instrument instrument,
        String title,
        UUID projectId,
        @Nullable UUID packageId,
        Party obligor,
        Money headline,
        @Nullable Terms terms,
        List<Condition> conditions,
        @Nullable EnvironmentalCategory environmentalCategory,
        @Nullable LocalDate expiresOn,
        List<Source> sources,
        ReleaseClass releaseClass,
        DealStatus enterAs) {

    private static final int LIST_MAX = 100;

    /** Environmental and social risk: A high, B medium, C low. */
    public enum EnvironmentalCategory {
        A,
        B,
        C
    }

    /** @throws InvalidValue naming the field that is missing or wrong */
    public Offer {
        Check.text("reference", reference, 100);
        Check.required("agency", agency);
        if (program != null) {
            Check.text("program", program, 300);
        }
        Check.required("instrument", instrument);
        Check.text("title", title, 300);
        Check.required("projectId", projectId);
        Check.required("obligor", obligor);
        Check.required("headline", headline).notNegative("headline");
        conditions = Check.list("conditions", conditions, LIST_MAX);
        sources = Check.list("sources", sources, LIST_MAX);
        if (conditions.stream().map(Condition::key).distinct().count() != conditions.size()) {
            throw new InvalidValue("conditions", "have a key twice");
        }
        if (Check.required("enterAs", enterAs) != DealStatus.LETTER_OF_INTEREST && enterAs != DealStatus.APPLIED) {
            throw new InvalidValue("enterAs", "must be LETTER_OF_INTEREST or APPLIED");
        }
    }

    /** What the first fact of a deal put on the table. Facts from before terms and conditions were told have none. */
    static Offer of(DealProposed fact) {
        var deal = fact.deal();
        var category = fact.environmentalCategory();
        return new Offer(
                deal.reference(),
                Agency.valueOf(deal.agency()),
                deal.program(),
                Instrument.valueOf(deal.instrument()),
                deal.title(),
                deal.projectId(),
                deal.packageId(),
                deal.obligor(),
                fact.headline(),
                fact.terms(),
                fact.conditions() == null
                        ? List.of()
                        : fact.conditions().stream().map(Condition::of).toList(),
                category == null ? null : EnvironmentalCategory.valueOf(category),
                fact.expiresOn(),
                fact.sources() == null ? List.of() : fact.sources(),
                ReleaseClass.valueOf(deal.releaseClass()),
                DealStatus.valueOf(fact.enteredAs()));
    }

    /** With another headline; unchanged when there is none. */
    Offer heading(@Nullable Money amount) {
        return amount == null
                ? this
                : new Offer(
                        reference,
                        agency,
                        program,
                        instrument,
                        title,
                        projectId,
                        packageId,
                        obligor,
                        amount,
                        terms,
                        conditions,
                        environmentalCategory,
                        expiresOn,
                        sources,
                        releaseClass,
                        enterAs);
    }

    Offer expiring(@Nullable LocalDate day) {
        return day == null
                ? this
                : new Offer(
                        reference,
                        agency,
                        program,
                        instrument,
                        title,
                        projectId,
                        packageId,
                        obligor,
                        headline,
                        terms,
                        conditions,
                        environmentalCategory,
                        day,
                        sources,
                        releaseClass,
                        enterAs);
    }

    Offer in(@Nullable UUID bundle) {
        return new Offer(
                reference,
                agency,
                program,
                instrument,
                title,
                projectId,
                bundle,
                obligor,
                headline,
                terms,
                conditions,
                environmentalCategory,
                expiresOn,
                sources,
                releaseClass,
                enterAs);
    }

    Offer amended(@Nullable Terms agreed) {
        return agreed == null
                ? this
                : new Offer(
                        reference,
                        agency,
                        program,
                        instrument,
                        title,
                        projectId,
                        packageId,
                        obligor,
                        headline,
                        agreed,
                        conditions,
                        environmentalCategory,
                        expiresOn,
                        sources,
                        releaseClass,
                        enterAs);
    }

    Offer with(String key, UnaryOperator<Condition> change) {
        var changed = conditions.stream()
                .map(condition -> condition.key().equals(key) ? change.apply(condition) : condition)
                .toList();
        return new Offer(
                reference,
                agency,
                program,
                instrument,
                title,
                projectId,
                packageId,
                obligor,
                headline,
                terms,
                changed,
                environmentalCategory,
                expiresOn,
                sources,
                releaseClass,
                enterAs);
    }
}
