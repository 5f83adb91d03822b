package io.lodestone.query.reconciling;

import io.lodestone.contracts.exposure.BreakPlace;
import io.lodestone.contracts.exposure.Discrepancy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something found wrong.
 *
 * @param key    the same for the same place in every run, within its kind
 * @param reason what explains it, where that is known
 */
record Break(
        Kind kind,
        String key,
        BreakPlace place,
        List<Discrepancy> differences,
        @Nullable String reason) {

    /** A place that is a deal, or a line of deals: no cell, so nothing of what tells cells apart. */
    static BreakPlace placeOf(
            Kind kind,
            @Nullable UUID deal,
            @Nullable String reference,
            @Nullable String agency,
            @Nullable String instrument,
            @Nullable String currency,
            String releaseClass) {
        return new BreakPlace(
                kind.name(),
                deal,
                reference,
                agency,
                instrument,
                currency,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                releaseClass);
    }

    /** What is held against what. */
    enum Kind {
        /** A cell against the sum of its entries. */
        CELL,
        /** What is kept of a day in the past against the entries. */
        DAY,
        /** The entries of a deal against its facts. */
        DEAL,
        /** The facts up to the cut of the control totals against these. */
        TOTALS
    }
}
