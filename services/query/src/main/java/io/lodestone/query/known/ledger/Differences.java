package io.lodestone.query.known.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Where two generations differ; empty when they are equal.
 *
 * @param buckets how many of 64 groups of deals have other facts or entries
 * @param deals   the first of those deals
 * @param cells   the first of the cells that have other sums
 */
public record Differences(int buckets, List<UUID> deals, List<CellDifference> cells) {

    /** How many deals and cells are named. */
    static final int NAMED_MAX = 100;

    /**
     * A cell and its sums on both sides.
     *
     * @param cell    its dimensions, from release class to currency
     * @param live    its rungs and how many deals are in it; null where it is not there
     * @param rebuilt the same in the other generation
     */
    public record CellDifference(UUID id, String cell, String live, String rebuilt) {}

    public boolean none() {
        return buckets == 0 && cells.isEmpty();
    }
}
