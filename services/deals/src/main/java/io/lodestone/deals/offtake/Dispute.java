package io.lodestone.deals.offtake;

import io.lodestone.contracts.deals.OfftakeEvent.OfftakeCureExtended;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeCured;
import io.lodestone.contracts.deals.OfftakeEvent.OfftakeDisputed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dispute about an agreement, with all that was granted to end it.
 *
 * @param disputedOn the day it began
 * @param cureBy     last day to end it, after all extensions
 * @param extensions oldest first
 * @param curedOn    the day it ended with the agreement going on; null while it lasts, or when it ended the agreement
 * @param note       how it was cured
 */
public record Dispute(
        String reason,
        LocalDate disputedOn,
        LocalDate cureBy,
        List<Extension> extensions,
        @Nullable LocalDate curedOn,
        @Nullable String note) {

    /**
     * More time.
     *
     * @param agreedOn       the day it was granted
     * @param previousCureBy the last day before
     * @param cureBy         the last day from then on
     */
    public record Extension(LocalDate agreedOn, LocalDate previousCureBy, LocalDate cureBy, String reason) {}

    static Dispute of(OfftakeDisputed fact) {
        return new Dispute(fact.reason(), fact.effectiveOn(), fact.cureBy(), List.of(), null, null);
    }

    Dispute extended(OfftakeCureExtended fact) {
        var all = new ArrayList<>(extensions);
        all.add(new Extension(fact.effectiveOn(), fact.previousCureBy(), fact.cureBy(), fact.reason()));
        return new Dispute(reason, disputedOn, fact.cureBy(), List.copyOf(all), null, null);
    }

    Dispute cured(OfftakeCured fact) {
        return new Dispute(reason, disputedOn, cureBy, extensions, fact.effectiveOn(), fact.note());
    }
}
