package io.lodestone.deals.exporting;

import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.deals.deal.Deal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal with all its facts up to its version, oldest first, and what we remember of its project.
 *
 * @param country  ISO 3166-1 alpha-2; null while the project is not known
 * @param minerals catalogue codes
 */
record Told(Deal deal, List<DealEvent> facts, @Nullable String country, List<String> minerals) {

    DealEvent last() {
        return facts.getLast();
    }
}
