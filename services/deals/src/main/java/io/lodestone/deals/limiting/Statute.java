package io.lodestone.deals.limiting;

import io.lodestone.deals.limit.LimitTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A statutory limit as the resource {@code limits/statutory.json} has it. Editions are only ever added at the end.
 *
 * @param id       the limit's, the same in every installation
 * @param editions what the statute said, oldest first
 */
record Statute(UUID id, List<Edition> editions) {

    /** @param effectiveOn the day it took effect */
    record Edition(LocalDate effectiveOn, LimitTerms terms) {}
}
