package io.lodestone.stockpiles.browsing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a ledger is as it was written.
 *
 * @param movements    how many were walked
 * @param digest       the digest of the last
 * @param intact       every digest holds, nothing is missing, and the balances are the sums of the movements
 * @param brokenAt     the number of the first movement that does not follow from the one before, null when all do
 * @param wrongAccounts keys of accounts whose balance is not the sum of their postings
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Verification(
        long movements,
        String digest,
        boolean intact,
        @Nullable Long brokenAt,
        List<String> wrongAccounts) {}
